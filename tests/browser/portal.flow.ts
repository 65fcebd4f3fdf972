// SPDX-License-Identifier: Apache-2.0
// The portal in a real browser, without script and on a phone: link → receipt, status, talk; axe on every page in every
// language. It needs no worker and no marketplace, so the service alone is started.
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { findBrowser } from '@yiwang/collector';
import { type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { root } from '../../scripts/lib/pinned-node.mjs';
import { testService } from '../../server/platform/testing/test-service.ts';
import { axe } from './harness.ts';

const t = await testService({ settings: { filingsPerHour: 1000, requestsPerMinute: 100_000, demo: true } });
t.clock.set('2026-05-11T02:00:00.000Z');
const base = await t.fastify.listen({ port: 0, host: '127.0.0.1' });
const found = await findBrowser({
  chromiumPath: process.env['CHROMIUM_PATH'],
  cacheDir: join(root, 'node_modules', '.cache', 'yiwang'),
});
const browser = await chromium.launch({
  executablePath: found.path,
  env: { ...process.env, ...found.env } as Record<string, string>,
  args: ['--no-sandbox', '--headless', '--disable-gpu', '--disable-background-networking'],
});
after(() => browser.close());

/** Where pictures of the pages go; only when somebody wants to look (`YIWANG_FLOW_SHOTS`). */
const shots = process.env['YIWANG_FLOW_SHOTS'];
const shoot = async (page: Page, name: string) => {
  if (shots === undefined) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`), fullPage: true });
};

async function visitor(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    baseURL: base,
    locale: 'zh-CN',
    viewport: { width: 390, height: 844 },
    ...options,
  });
  context.setDefaultTimeout(20_000);
  return context.newPage();
}

// One red pixel.
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8DwHwAFBQIAX8jx0gAAAABJRU5ErkJggg==',
  'base64',
);
const filer = { person: '示例投诉人', phone: '13900000009', address: '示例省示例市某路9号' };

/** Fills the pages of a complaint; answers with how many were seen and how long it took. */
async function complain(page: Page, prefix = ''): Promise<{ pages: number; ms: number; receipt: string }> {
  const began = Date.now();
  let pages = 0;
  const next = async (name: string) => {
    pages += 1;
    await shoot(page, `${prefix}${name}`);
    await page.click('button[value=next]');
  };
  await page.goto('/');
  await page.click('a[href="/complain"]');
  await page.fill('#link', 'https://shop.example/item/1');
  await page.fill('#name', '仿真小店');
  await page.click('summary');
  await page.fill('#shownAddress', '示例省示例市甲县某某路2号');
  await next('complain-shop');
  assert.match((await page.textContent('main')) ?? '', /甲县市场监督管理局/);
  await page.fill('#statement', '买的锅三天就坏了，商家不退。');
  await next('complain-what');
  await page.check('input[name=claims][value=refund]');
  await page.fill('#amount', '128');
  await page.check('#also');
  await next('complain-want');
  await page.setInputFiles('#file', { name: '照片.png', mimeType: 'image/png', buffer: PIXEL });
  await next('complain-proof');
  for (const [name, value] of Object.entries(filer)) await page.fill(`#${name}`, value);
  await next('complain-you');
  pages += 1;
  await shoot(page, `${prefix}complain-check`);
  await page.check('#truth');
  await page.click('button[type=submit]');
  pages += 1;
  const receipt = (await page.textContent('.receipt'))?.trim() ?? '';
  await shoot(page, `${prefix}filed`);
  return { pages, ms: Date.now() - began, receipt };
}

test('without script, on a phone: a link becomes a receipt in seven pages; status, talk and proof work', async () => {
  const page = await visitor({ javaScriptEnabled: false });
  const { pages, ms, receipt } = await complain(page);
  assert.ok(pages <= 7, `${pages} pages`);
  assert.ok(ms < 120_000, `${ms} ms`);
  assert.match(receipt, /^[0-9A-Z-]{20}$/);
  assert.ok(!page.url().includes(receipt), 'the code stands in no address');
  await page.click('a[href="/status"]');
  await page.fill('#text-0', '已补充付款记录。');
  await page.click('button[value=write] >> nth=0');
  assert.match((await page.textContent('.talk')) ?? '', /已补充付款记录/);
  await shoot(page, 'status');
  const text = (await page.textContent('main')) ?? '';
  for (const secret of Object.values(filer)) assert.ok(!text.includes(secret), secret);
  await page.click('button[value=close]');
  assert.ok(await page.isVisible('#code'));
  await page.fill('#code', 'WRONG');
  await page.click('button[value=open]');
  assert.ok(await page.isVisible('[role=alert]'));
  await page.fill('#code', receipt.toLowerCase().replaceAll('-', ' '));
  await page.click('button[value=open]');
  assert.match((await page.textContent('main')) ?? '', /已补充付款记录/);
  await page.context().close();
});

test('a draft survives in the browser that made it, and can be thrown away', async () => {
  const page = await visitor({ javaScriptEnabled: false });
  await page.goto('/report');
  await page.fill('#name', '仿真刀具行');
  await page.click('button[value=next]');
  await page.goto('/');
  await page.click('main a[href="/report"] >> nth=0');
  assert.equal(await page.inputValue('#name'), '仿真刀具行');
  await page.click('button[value=discard]');
  assert.match((await page.textContent('main')) ?? '', /草稿已删除/);
  await page.goto('/report');
  assert.equal(await page.inputValue('#name'), '');
  await page.context().close();
});

const PAGES = [
  '/',
  '/shop',
  '/shop?link=shop.example',
  '/complain',
  '/complain/what',
  '/complain/want',
  '/complain/proof',
  '/complain/you',
  '/complain/check',
  '/report',
  '/report/what',
  '/report/proof',
  '/report/you',
  '/report/check',
  '/ask',
  '/ask?q=退货',
  '/status',
  '/filed',
  '/operators',
  '/guide',
  '/accessibility',
  '/law',
  '/law/due',
  '/law/office',
  '/nowhere',
];

for (const lang of ['zh-CN', 'zh-Hant', 'en'])
  test(`no axe finding and no sideways scroll on any page in ${lang}, narrow and in large type`, async () => {
    const page = await visitor({ locale: lang === 'en' ? 'en-GB' : 'zh-CN' });
    await page.goto(`/?lang=${lang}`);
    await complain(page, `${lang}-`);
    // A second filing under way, so that the last pages of both flows are open.
    await page.goto('/report');
    await page.fill('#name', '仿真刀具行');
    await page.click('button[value=next]');
    await page.fill('#statement', '店里在卖管制刀具。');
    await page.click('button[value=next]');
    await page.click('button[value=next]');
    await page.check('input[name=anonymous][value=yes]');
    await page.click('button[value=next]');
    assert.match(page.url(), /\/report\/check$/);
    const wrong: string[] = [];
    for (const path of PAGES)
      for (const type of ['normal', 'large']) {
        const answer = await page.goto(`${path}${path.includes('?') ? '&' : '?'}type=${type}`, {
          waitUntil: 'domcontentloaded',
        });
        const name = `${lang} ${type} ${path}`;
        if ((await page.content()).length > 60_000) wrong.push(`${name}: over 60 kB`);
        if ((answer?.status() ?? 500) >= 500) wrong.push(`${name}: ${answer?.status()}`);
        if (type === 'normal') await shoot(page, `${lang}-page${path.replace(/[^a-z]+/g, '-')}`);
        // Large type changes sizes only.
        // zh-Hant is zh-CN in other characters: its markup has been looked at; pictures of all are for the proof.
        if (type === 'normal' && (lang !== 'zh-Hant' || shots !== undefined))
          for (const finding of await axe(page)) wrong.push(`${name}: ${finding}`);
        const over = (await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )) as number;
        if (over > 0) wrong.push(`${name}: ${over} px sideways`);
      }
    assert.deepEqual(wrong, []);
    await page.context().close();
  });
