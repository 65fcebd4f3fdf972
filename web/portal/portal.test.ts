// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LawRow, ShopView } from '@yiwang/contracts';
import fc from 'fast-check';
import { html } from './html.ts';
import { failurePage, type PortalData, portal, readRequest } from './index.ts';

const shopView: ShopView = {
  known: true,
  url: 'http://127.0.0.1/shop/1?a=1&b="2"',
  name: '示例<b>小店</b>',
  platform: '仿真集市',
  operator: { name: '示例某某商贸有限公司', uscc: '91330100EXAMPLE01X', usccValid: false, icp: [] },
  firstSeenAt: '2026-11-24T03:00:00.000Z',
  lastSeenAt: '2026-11-24T18:00:00.000Z',
};
const bilingual = { zh: '示例条文<i>', en: 'sample rule <i>' };
const lawRow: LawRow = {
  id: 'complaint.accept@2020-01-01',
  title: bilingual,
  lines: [{ name: bilingual, value: bilingual }],
  citations: [{ instrument: 'T1', title: bilingual, article: '7', certainty: 'A', inForce: true }],
  certainty: 'A',
  from: '2020-01-01',
  to: null,
};
const cited = {
  basis: [{ instrument: 'T1', article: '7', certainty: 'A' }],
  derivation: [bilingual],
  certainty: 'A',
};
const data: PortalData = {
  listLaw: async (_, __, on) => ({ ok: true, rows: Array(60).fill(lawRow), on: on || '2026-11-24' }),
  reckonDue: async ({ from }) =>
    from === 'x'
      ? { ok: false, code: 'input_invalid' }
      : {
          ok: true,
          answer: {
            clock: 'a.b',
            due: '2026-12-03',
            raw: '2026-12-03',
            provisional: true,
            length: 7,
            unit: 'wd',
            also: [],
            ...cited,
          },
        },
  findOffice: async () => ({
    ok: true,
    answer: { primary: ['330106'], may: [], not: [], steps: [bilingual], ...cited },
  }),
  lookUpShop: async (link) =>
    link.includes('.') ? { ok: true, shop: shopView } : { ok: false, code: 'link_unreadable' },
};
const ask = async (url: string, acceptLanguage?: string, cookie?: string) => {
  const { request } = readRequest({ url, acceptLanguage, cookie, demo: true });
  const page = portal.find((entry) => entry.path === request.path);
  assert.ok(page);
  return page.page(request, data);
};

test('whatever stands in a value reaches the page as text', () => {
  fc.assert(
    fc.property(fc.string(), (value) => {
      const out = html`<p title="${value}">${value}</p>`.toString();
      assert.equal(out.match(/<p title="[^"<>]*">[^<>]*<\/p>/)?.[0], out);
    }),
  );
});

const LAW = [
  '/law',
  '/law?shelf=violations&q=a',
  '/law/due',
  '/law/due?clock=complaint.accept&from=2026-09-24',
  '/law/due?clock=complaint.accept&from=x',
  '/law/office?kind=report&role=platform&date=2026-09-24&domicile=330106',
];

test('every page works without script, says that this is a demonstration, and is below 60 kB', async () => {
  for (const url of ['/', '/shop', '/shop?link=a.b', '/shop?link=nonsense', ...LAW])
    for (const language of ['zh-CN', 'en']) {
      const answer = await ask(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`);
      assert.ok(Buffer.byteLength(answer.html) < 60_000);
      assert.doesNotMatch(answer.html, /<script|style=|onclick|undefined|\[object/);
      assert.match(answer.html, new RegExp(`<html lang="${language}"`));
      assert.match(answer.html, /class="demo"/);
    }
});

test('a shop shows its facts and nothing of markup that its name carries', async () => {
  const { html: page, status } = await ask('/shop?link=shop.example');
  assert.equal(status, 200);
  assert.match(page, /示例&lt;b&gt;小店/);
  assert.match(page, /校验位不正确/);
  assert.match(page, /2026年11月25日/, 'days are days in China');
});

test('an unreadable link is told beside the field and kept in it', async () => {
  const { html: page, status } = await ask('/shop?link=%22nonsense&lang=en');
  assert.equal(status, 422);
  assert.match(page, /role="alert"/);
  assert.match(page, /value="&quot;nonsense"/);
});

test('language and type size: the address wins, then the cookie, then the browser', () => {
  const read = (url: string, cookie?: string, acceptLanguage?: string) =>
    readRequest({ url, cookie, acceptLanguage, demo: false });
  assert.equal(read('/', undefined, 'en-GB,en;q=0.9').request.locale, 'en');
  assert.equal(read('/', undefined, 'fr, zh-TW;q=0.8, en;q=0.2').request.locale, 'zh-CN');
  assert.equal(read('/', 'yw_lang=en').request.locale, 'en');
  assert.equal(read('/?lang=zh-CN', 'yw_lang=en').request.locale, 'zh-CN');
  assert.equal(read('/?type=large').request.large, true);
  assert.equal(read('/', 'a=b; yw_type=large').request.large, true);
  assert.equal(read('/?type=normal', 'yw_type=large').request.large, false);
  assert.equal(read('/?lang=en&type=large').setCookie.length, 2);
  assert.equal(read('/?lang=xx').setCookie.length, 0);
});

test('failure pages carry their status', () => {
  const { request } = readRequest({ url: '/nowhere', demo: false });
  assert.equal(failurePage(request, 404).status, 404);
  assert.match(failurePage(request, 500).html, /12315/);
});
