// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Parser } from 'htmlparser2';
import { collect } from './collect.ts';
import { scan } from './scan.ts';
import { textOf } from './text-of.ts';

const read = (html: string) => collect(scan(html), 'https://shop.example/dir/page.html');

/** Elements and attributes as htmlparser2 reports them: the oracle. */
function oracle(html: string): string[] {
  const out: string[] = [];
  new Parser({ onopentag: (name, attributes) => out.push(`${name} ${JSON.stringify(attributes)}`) }).end(
    html,
  );
  return out;
}
function ours(html: string): string[] {
  const tape = scan(html);
  const out: string[] = [];
  for (let n = 0; n < tape.count; n++) {
    if (tape.isText(n)) continue;
    const attributes: Record<string, string> = {};
    for (let a = tape.firstAttr[n]!; a < tape.firstAttr[n + 1]!; a++)
      attributes[tape.attrNameAt(a)] ??= tape.valueAt(a);
    out.push(`${tape.name(n)} ${JSON.stringify(attributes)}`);
  }
  return out;
}

test('reads tags and attributes as htmlparser2 does', () => {
  const element = fc
    .record({
      name: fc.constantFrom(
        'div',
        'p',
        'a',
        'b',
        'span',
        'li',
        'ul',
        'td',
        'tr',
        'table',

        'x-card',
        'h1',
      ),
      key: fc.constantFrom('class', 'id', 'data-x', 'HREF', 'a:b'),
      value: fc.constantFrom('"x"', "'y z'", 'plain', '"a&amp;b"', '""', '"<i>"'),
      text: fc.constantFrom(
        '',
        'hello',
        ' 你好 ',
        '&lt;b',
        '1 < 2',
        '<!-- <p> -->',
        '<script>if (a<b) "</p>"</script>',
        '<style>a>b{}</style>',
      ),
      close: fc.boolean(),
    })
    .map((e) => `<${e.name} ${e.key}=${e.value}>${e.text}${e.close ? `</${e.name}>` : ''}`);
  fc.assert(
    fc.property(fc.array(element, { maxLength: 12 }), (parts) => {
      const html = parts.join('');
      assert.deepEqual(ours(html), oracle(html));
    }),
  );
});

test('closes what authors leave open', () => {
  const tape = scan('<ul><li>a<li>b</ul><p>c<p>d<div>e</div><table><tr><td>f<td>g<tr><td>h</table>i');
  assert.equal(textOf(tape, 0), 'a\nb');
  assert.equal(read('<p>c<p>d<div>e</div>').text, 'c\nd\ne');
  assert.equal(read('<table><tr><td>f<td>g<tr><td>h</table>i').text, 'f\tg\nh\ni');
  assert.equal(read('<select><option>a<option>b</select>x').text, 'a\nb\nx');
});

test('shows what a reader sees', () => {
  const page = read(
    '<title>T &amp; U</title><body><!-- no --><p>a&nbsp; b</p><script>no</script><style>no</style><template>no</template>' +
      '<div hidden>h1</div><div style="display: none">h2<p>h3</p></div><noscript>n <a href="/n">x</a></noscript><span>c</span><span>d</span><br>e',
  );
  assert.equal(page.title, 'T & U');
  assert.equal(page.text, 'a b\ncd\ne');
  assert.match(page.hiddenText, /h1\nh2\nh3/);
  assert.deepEqual(page.links, ['https://shop.example/n']);
});

test('resolves links once each, to http(s) only', () => {
  const page = read(
    '<base href="/base/"><a href="a.html#x">1</a><a href="a.html">2</a><a href="javascript:void(0)">3</a><a href="mailto:a@b.example">4</a>' +
      '<a href="//other.example/z?q=1&amp;r=2">5</a><a href="http://HOST.example">6</a><a href="/p/../q">7</a><a rel="nofollow" href="/nf">8</a>' +
      '<area href="/area"><iframe src="/frame"></iframe><link rel="canonical" href="/c"><link rel=stylesheet href="/s.css"><link rel=next href="?page=2">' +
      '<meta http-equiv="refresh" content="0; url=/r"><a href="http://[bad">9</a><a href=" /space ">10</a><a href="#/route">11</a><a href="ftp://x.example/">12</a>',
  );
  assert.deepEqual(page.links, [
    'https://shop.example/base/a.html',
    'https://other.example/z?q=1&r=2',
    'http://host.example/',
    'https://shop.example/q',
    'https://shop.example/area',
    'https://shop.example/frame',
    'https://shop.example/c',
    'https://shop.example/base/?page=2',
    'https://shop.example/space',
    'https://shop.example/base/#/route',
    'https://shop.example/r',
  ]);
  assert.deepEqual(page.nofollow, ['https://shop.example/nf']);
  assert.equal(page.canonical, 'https://shop.example/c');
});

test('stays bounded and quick on hostile markup', () => {
  for (const html of [
    '<div>'.repeat(200_000),
    '<'.repeat(500_000),
    `<a ${'b '.repeat(300_000)}>`,
    '<!--'.repeat(100_000),
    '<script>'.repeat(100_000),
    `${'<p>'.repeat(50_000)}${'</div>'.repeat(50_000)}`,
    '<b><i>'.repeat(50_000) + '</b>'.repeat(50_000),
    '<a href="'.repeat(50_000),
    '&'.repeat(300_000),
  ]) {
    const started = process.hrtime.bigint();
    read(html);
    assert.ok(Number(process.hrtime.bigint() - started) < 3e9, html.slice(0, 20));
  }
});
