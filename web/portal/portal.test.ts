// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FilingStatus, LawRow, OfficeFinding, ShopView } from '@yiwang/contracts';
import fc from 'fast-check';
import { PORTAL_LOCALES, toHant } from '../messages/index.ts';
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
const finding: OfficeFinding = {
  shop: {
    name: '示例<b>小店</b>',
    platform: '仿真集市',
    operator: '示例某某商贸有限公司',
    uscc: null,
    address: '示例省',
    url: null,
  },
  role: 'in-platform',
  primary: [{ place: '900121', name: '示例市甲县市场监督管理局', agency: null }],
  may: [],
  agency: { id: '00000000-0000-7000-8000-000000000000', name: '示例市甲县市场监督管理局' },
  how: 'nearest',
  basis: cited.basis,
  derivation: cited.derivation,
  doubt: bilingual,
};
const clock = {
  title: bilingual,
  due: '2026-12-03',
  state: 'running',
  provisional: false,
  basis: cited.basis,
  derivation: cited.derivation,
} as const;
const filingStatus: FilingStatus = {
  receivedAt: '2026-11-24T03:00:00.000Z',
  title: '示例<b>小店</b>',
  items: (['complaint', 'report', 'inquiry'] as const).map((kind) => ({
    kind,
    number: '投诉〔2026〕900121第0001号',
    office: '示例市甲县市场监督管理局',
    state: 'received',
    stateTitle: bilingual,
    steps: [{ title: bilingual, at: '2026-11-24T03:00:00.000Z', note: '<script>1</script>' }],
    clocks: [clock],
    can: ['withdraw', 'rate'],
    talk: [{ side: 'filer', text: '<script>1</script>', at: '2026-11-24T03:00:00.000Z' }],
    identityReads: [{ at: '2026-11-24T03:00:00.000Z', office: '示例局', purpose: 'contact' }],
  })),
  attachments: [
    {
      id: '00000000-0000-7000-8000-000000000000',
      name: '示例.jpg',
      type: 'image/jpeg',
      bytes: 1,
      sha256: 'a'.repeat(64),
      side: 'filer',
      receivedAt: '2026-11-24T03:00:00.000Z',
    },
  ],
};
let draft: string | null = null;
const data: PortalData = {
  readDraft: async () => draft,
  saveDraft: async (content) => {
    draft = content;
  },
  forgetDraft: async () => {
    draft = null;
  },
  handIn: async () => ({ ok: true, items: [] }),
  findFilingOffice: async () => ({ ok: true, finding }),
  file: async () => ({
    ok: true,
    filed: { receipt: 'AAAA-BBBB-CCCC-DDDDD', receivedAt: '', items: [], attachments: [] },
  }),
  status: async (receipt) =>
    receipt.startsWith('AAAA') ? { ok: true, status: filingStatus } : { ok: false, code: 'receipt_unknown' },
  actAsFiler: async () => ({ ok: true }),
  addProof: async () => ({ ok: true }),
  checkProof: async () => ({
    ok: true,
    known: true,
    name: '示例.jpg',
    receivedAt: '2026-11-24T03:00:00.000Z',
  }),
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
  selfCheck: async ({ title }) => ({
    ok: true,
    answer: {
      labels: title.includes('最') ? ['advertising/absolute'] : [],
      risk: 0.7,
      version: 'v',
      findings: title.includes('最')
        ? [
            { start: 3, end: 6 },
            { start: 4, end: 7 },
          ].map((place) => ({
            rule: 'absolute.ranking',
            label: 'advertising/absolute',
            severity: 'serious' as const,
            confidence: 0.9,
            field: 'title',
            ...place,
            text: title.slice(place.start, place.end),
            title: bilingual,
            why: bilingual,
            advice: bilingual,
            basis: [{ instrument: 'AD', article: '9', certainty: 'A', title: '示例法' }],
          }))
        : [],
    },
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

const send = async (path: string, form: Record<string, string[]>, receipt: string | null = null) => {
  const { request } = readRequest({ url: path, demo: true });
  const page = portal.find((entry) => entry.path === request.path);
  assert.ok(page, path);
  return page.page({ ...request, method: 'POST', form, receipt }, data);
};

test('from a link to a receipt in seven pages, each fault told beside its field and nothing lost', async () => {
  draft = null;
  const seen: string[] = [];
  const step = async (path: string, form: Record<string, string[]>) => {
    seen.push(path);
    assert.equal((await ask(path)).status, 200, path);
    const answer = await send(path, form);
    assert.equal(answer.status, 303, `${path} ${answer.html.slice(0, 3000)}`);
    return answer;
  };
  const wrong = await send('/complain', { link: ['这不是网址 吗'] });
  assert.equal(wrong.status, 422);
  assert.match(wrong.html, /href="#link"/);
  assert.match(wrong.html, /value="这不是网址 吗"/);
  assert.equal(
    (await step('/complain', { link: ['https://shop.example/1?a="2"'] })).redirect,
    '/complain/what',
  );
  await step('/complain/what', { statement: ['<script>alert(1)</script>退货不理'], matter: ['goods'] });
  await step('/complain/want', { claims: ['refund', 'jail'], amount: ['1,299.50 元'], also: ['yes'] });
  await step('/complain/proof', {});
  await step('/complain/you', { person: ['示例某某'], phone: ['13900000000'], address: ['示例省某路1号'] });
  const checking = await ask('/complain/check');
  assert.match(checking.html, /&lt;script&gt;/);
  assert.match(checking.html, /1299.50/);
  assert.equal((await send('/complain/check', {})).status, 422, 'the truth must be ticked');
  const sent = await step('/complain/check', { truth: ['yes'] });
  assert.equal(sent.redirect, '/filed');
  assert.equal(seen.length + 1, 7, 'six questions and the receipt');
  assert.equal(draft, null, 'the draft is forgotten once it is sent');
  assert.equal((await ask('/complain/check')).redirect, '/complain', 'nobody gets past an open question');
});

test('the self-check frames what an inspector would see, keeps what was typed, and is complete without script', async () => {
  for (const lang of PORTAL_LOCALES) {
    const empty = await ask(`/self-check?lang=${lang}`);
    assert.equal(empty.status, 200);
    assert.match(empty.html, /<form action="\/self-check" method="post">/);
  }
  const { html: page, status } = await send('/self-check', {
    title: ['<b>最低价">'],
    description: ['一二</textarea>'],
    price: ['1,299 元'],
  });
  assert.equal(status, 200);
  assert.match(
    page,
    /<mark><a href="#finding-1">最低价<sup>1<\/sup><\/a><\/mark><mark><a href="#finding-2">&quot;/,
  );
  assert.match(page, /id="finding-2"/);
  assert.match(page, /value="&lt;b&gt;最低价&quot;&gt;"/);
  assert.match(page, /一二&lt;\/textarea&gt;<\/textarea>/);
  assert.doesNotMatch(page, /<script|style=|undefined|\[object/);
  assert.match((await send('/self-check', { title: ['毛巾'] })).html, /class="good"/);
  for (const form of [{ title: [''] }, { title: ['毛巾'], price: ['一百'] }] as Record<string, string[]>[])
    assert.equal((await send('/self-check', form)).status, 422);
});

test('every page of filing is complete in three languages, without script, below 60 kB', async () => {
  draft = null;
  const paths = ['/complain', '/complain/what', '/complain/want', '/complain/proof', '/complain/you'];
  const more = [
    '/report',
    '/report/what',
    '/report/proof',
    '/report/you',
    '/ask?q=投诉',
    '/operators',
    '/guide',
  ];
  for (const path of [...paths, ...more, '/accessibility', '/status'])
    for (const language of PORTAL_LOCALES) {
      const answer = await ask(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      assert.ok(Buffer.byteLength(answer.html) < 60_000, path);
      assert.doesNotMatch(answer.html, /<script|style=|onclick|undefined|\[object/, path);
      assert.match(answer.html, new RegExp(`<html lang="${language}"`));
    }
  for (const path of ['/status', '/filed'])
    for (const language of PORTAL_LOCALES) {
      const { request } = readRequest({ url: `${path}?lang=${language}`, demo: true });
      const { page } = portal.find((entry) => entry.path === path)!;
      const answer = await page({ ...request, receipt: 'AAAA-BBBB-CCCC-DDDDD' }, data);
      assert.doesNotMatch(answer.html, /<script|undefined|\[object/, path);
      assert.ok(Buffer.byteLength(answer.html) < 60_000, path);
    }
});

test('a code stands in no address; a wrong one is told; what others wrote stays text', async () => {
  const opened = await send('/status', { do: ['open'], code: ['AAAA-BBBB-CCCC-DDDDD'] });
  assert.deepEqual([opened.redirect, opened.receipt], ['/status', 'AAAA-BBBB-CCCC-DDDDD']);
  const wrong = await send('/status', { do: ['open'], code: ['ZZZZ'] });
  assert.equal(wrong.status, 404);
  assert.match(wrong.html, /role="alert"/);
  assert.equal((await send('/status', { do: ['close'] }, 'AAAA')).receipt, '');
  const checked = await send('/status', { do: ['check'] }, 'AAAA-BBBB-CCCC-DDDDD');
  assert.match(checked.html, /示例\.jpg/);
});

test('traditional characters are written word by word', async () => {
  const { html: page } = await ask('/?lang=zh-Hant');
  assert.match(page, /我要投訴/);
  assert.equal(toHant('公布后面的头发与发展，制作干货'), '公佈後面的頭髮與發展，製作乾貨');
});

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
    for (const language of PORTAL_LOCALES) {
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
