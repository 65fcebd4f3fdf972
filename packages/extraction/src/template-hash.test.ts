// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { templateDistance, templateHash } from './template-hash.ts';

const page = (theme: string, goods: number, words: string) =>
  `<html><body class="${theme}"><header class="${theme}-top"><nav class="menu"><a class="item">${words}</a></nav></header>
  <ul class="${theme}-grid">${`<li class="card"><img class="pic"><h3 class="name">${words}</h3><span class="price">1</span></li>`.repeat(goods)}</ul>
  <section class="${theme}-about"><p class="line">${words}</p><form class="letter"><input class="mail"><button class="go">x</button></form></section>
  <footer class="${theme}-foot"><p class="law">${words}</p><p class="contact">${words}</p></footer></body></html>`;

test('two shops of one template are near, whatever they sell and say', () => {
  const one = templateHash(page('blue', 12, '棉布袋'))!;
  const two = templateHash(page('blue', 30, '竹编筐 今日上新'))!;
  assert.ok(templateDistance(one, two) <= 3, `${templateDistance(one, two)}`);
});

test('another template is far, too little markup has none', () => {
  const one = templateHash(page('blue', 12, '棉布袋'))!;
  const other = templateHash(
    `<table class="x">${'<tr class="row"><td class="a"></td><td class="b"><b></b></td></tr>'.repeat(20)}</table>`,
  )!;
  assert.ok(templateDistance(one, other) > 12);
  assert.equal(templateHash('<p>短</p>'), null);
});
