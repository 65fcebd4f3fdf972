// SPDX-License-Identifier: Apache-2.0
// Offices in the real browser: a lead through all five levels and back, an objected transfer with designation, a
// correction order and a notice to the platform answered on a phone without script; every paper opened and looked at.
import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Locator, Page } from 'playwright-core';
import { machineOf } from '../../../packages/procedures/src/index.ts';
import { root } from '../../../scripts/lib/pinned-node.mjs';
import { smallPng } from '../../../scripts/lib/small-png.ts';
import { axe, faultsOf, type Product, signIn, until, type View, visit } from '../harness.ts';

const shots = process.env.YIWANG_SCREENSHOTS;
type Locale = View['locale'];
type Row = Record<string, unknown>;

/** A person of one office at their screen. */
interface Desk {
  page: Page;
  locale: Locale;
  close(): Promise<void>;
}

async function shoot(page: Page, locale: Locale, name: string): Promise<void> {
  if (!shots || (locale === 'en' && !name.startsWith('answer'))) return;
  mkdirSync(join(root, shots), { recursive: true });
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
    writeFileSync(join(root, shots, `${name}-${locale.slice(0, 2)}-${width}.png`), smallPng(png));
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

const words = (locale: Locale, title: { zh: string; en: string }) => (locale === 'en' ? title.en : title.zh);

async function deskOf(product: Product, locale: Locale, username: string): Promise<Desk> {
  const { context, page } = await visit(product, { locale, width: 1280 });
  await signIn(page, product.account(username));
  return { page, locale, close: () => context.close() };
}

/** Reads or writes the API as the person at the screen. */
const ask = (page: Page, method: string, path: string, body?: unknown): Promise<Row> =>
  page.evaluate(
    async ([verb, address, payload]) => {
      const { csrfToken } = (await (await fetch('/api/session')).json()) as { csrfToken: string };
      const answer = await fetch(address as string, {
        method: verb as string,
        headers: { 'content-type': 'application/json', 'x-csrf-token': csrfToken },
        ...(payload === undefined ? {} : { body: JSON.stringify(payload) }),
      });
      return answer.json();
    },
    [method, path, body] as const,
  ) as Promise<Row>;

/** Confirms a hit that nobody has judged: a lead in the person's own office. */
async function leadOf(desk: Desk): Promise<string> {
  const { items } = (await until(
    () => ask(desk.page, 'GET', '/api/hits?state=new&limit=1'),
    (answer) => (answer['items'] as Row[]).length > 0,
  )) as { items: Row[] };
  const answer = await ask(desk.page, 'POST', `/api/hits/${String(items[0]!['id'])}/verdict`, {
    verdict: 'confirmed',
  });
  return String(answer['leadId']);
}

async function fill(dialog: Locator, locale: Locale, fields: readonly Row[], values: Record<string, string>) {
  for (const [name, value] of Object.entries(values)) {
    const field = fields.find((one) => one['name'] === name)!;
    const control = dialog.getByLabel(words(locale, field['title'] as { zh: string; en: string })).first();
    if (field['type'] === 'choice') await control.selectOption(value);
    else if (field['type'] === 'agency') {
      const option = control.locator('option').filter({ hasText: value }).first();
      await option.waitFor({ state: 'attached' });
      await control.selectOption((await option.getAttribute('value'))!);
    } else await control.fill(value);
  }
}

/** Takes one step on the page that is open, by its button and its form. */
async function step(desk: Desk, procedure: string, id: string, values: Record<string, string> = {}) {
  const { page, locale } = desk;
  const action = machineOf(procedure).actions.find((one) => one.id === id)!;
  const title = words(locale, action.title);
  await page.getByRole('button', { name: title, exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await fill(dialog, locale, action.form as unknown as Row[], values);
  await dialog.getByRole('button', { name: title, exact: true }).click();
  await page
    .getByText(locale === 'en' ? `Done: ${title}` : `已完成：${title}`)
    .first()
    .waitFor();
}

/** Every paper on the page, once they are all made: each is a PDF. */
async function openPapers(desk: Desk, least: number): Promise<void> {
  const links = desk.page.locator('a[href*="/api/documents/"]');
  await until(
    () => links.count(),
    (count) => count >= least,
  );
  for (const link of await links.all()) {
    const head = await desk.page.evaluate(
      async (address) => {
        const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
        return String.fromCharCode(...bytes.slice(0, 5));
      },
      (await link.getAttribute('href'))!,
    );
    assert.equal(head, '%PDF-');
  }
}

const OFFICES = {
  province: '示例省市场监督管理局',
  city: '示例市市场监督管理局',
  'county-a': '示例市甲县市场监督管理局',
  'county-b': '示例市乙县市场监督管理局',
  station: '甲县示例街道市场监督管理所',
} as const;

async function fiveLevels(product: Product, locale: Locale): Promise<void> {
  const top = await deskOf(product, locale, 'officer-nation');
  const id = await leadOf(top);
  const address = `/console/leads/${id}`;
  await top.page.goto(address);
  await step(top, 'lead', 'grade', { grade: 'serious' });
  let sender = top;
  const desks = [top];
  for (const office of ['province', 'city', 'county-a', 'station'] as const) {
    await sender.page.goto(address);
    await step(sender, 'lead', 'dispatch', { office: OFFICES[office], instruction: '请核查并反馈' });
    const next = await deskOf(product, locale, `officer-${office}`);
    desks.push(next);
    await next.page.goto(address);
    await step(next, 'lead', 'sign');
    sender = next;
  }
  await step(sender, 'lead', 'verify', { plan: '现场核查' });
  await shoot(sender.page, locale, 'lead-station');
  await step(sender, 'lead', 'conclude', { outcome: 'to-case', reason: '现场查实在售' });
  await step(sender, 'lead', 'feedback', { feedback: '现场查实', quality: 'useful' });
  for (const desk of desks.slice(1, -1).reverse()) {
    await desk.page.goto(address);
    await step(desk, 'lead', 'pass-on');
  }
  await top.page.goto(address);
  await step(top, 'lead', 'audit', { verdict: 'accepted' });
  await step(top, 'lead', 'archive');
  await openPapers(top, 5);
  await shoot(top.page, locale, 'lead-five-levels');
  assert.deepEqual(await axe(top.page), []);
  for (const desk of desks) {
    assert.deepEqual(faultsOf.get(desk.page), []);
    await desk.close();
  }
}

/** The file that a lead opened last, on the screen. */
async function openTask(desk: Desk, lead: string, procedure: string): Promise<string> {
  const { tasks } = (await ask(desk.page, 'GET', `/api/leads/${lead}`)) as { tasks: Row[] };
  const task = tasks.findLast((one) => one['procedure'] === procedure)!;
  const address = `/console/files/${String(task['id'])}`;
  await desk.page.goto(address);
  await desk.page.waitForSelector('h1');
  return address;
}

async function gradedLead(desk: Desk, grade: string): Promise<string> {
  const lead = await leadOf(desk);
  await desk.page.goto(`/console/leads/${lead}`);
  await step(desk, 'lead', 'grade', { grade });
  return lead;
}

async function objectedTransfer(product: Product, locale: Locale): Promise<void> {
  const names = ['officer-county-a', 'head-county-a', 'head-county-b', 'head-city', 'officer-county-b'];
  const desks: Desk[] = [];
  for (const name of names) desks.push(await deskOf(product, locale, name));
  const [officer, head, receiver, superior, taker] = desks as [Desk, Desk, Desk, Desk, Desk];
  const lead = await gradedLead(officer, 'serious');
  await step(officer, 'lead', 'propose-transfer', { receiver: OFFICES['county-b'], ground: '住所地在乙县' });
  const file = await openTask(officer, lead, 'transfer');
  for (const desk of [head, receiver, superior, taker]) {
    const act = async (id: string, values = {}) => {
      await desk.page.goto(file);
      await step(desk, 'transfer', id, values);
    };
    if (desk === head) await act('approve');
    if (desk === receiver) {
      await act('sign');
      await act('object', { objection: '实际经营地不在我县' });
      await act('ask-designation', { superior: OFFICES.city, reason: '双方意见不一' });
    }
    if (desk === superior) await act('designate', { designee: OFFICES['county-b'], reason: '住所地在乙县' });
    if (desk === taker) await act('take');
  }
  await openPapers(taker, 4);
  await shoot(taker.page, locale, 'file-transfer');
  assert.deepEqual(await axe(taker.page), []);
  for (const desk of [officer, head, receiver, superior, taker]) await desk.close();
}

/** Makes the link, and answers on a phone without script. */
async function answerByLink(product: Product, desk: Desk, values: Record<string, string>): Promise<void> {
  const { page, locale } = desk;
  await page.getByRole('button', { name: locale === 'en' ? 'Make the link' : '生成答复链接' }).click();
  const address = await page.locator('textarea.code').inputValue();
  const phone = await product.browser.newContext({
    baseURL: product.base,
    locale,
    javaScriptEnabled: false,
    viewport: { width: 390, height: 844 },
  });
  const visitor = await phone.newPage();
  await visitor.goto(address);
  if (shots)
    writeFileSync(
      join(root, shots, `answer-${locale.slice(0, 2)}-390.png`),
      smallPng(await visitor.screenshot({ animations: 'disabled', fullPage: true })),
    );
  for (const [name, value] of Object.entries(values)) {
    const control = visitor.locator(`[name="${name}"]`);
    if ((await control.evaluate((node) => node.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
  await visitor
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'proof.txt', mimeType: 'text/plain', buffer: Buffer.from('已处理') });
  await visitor.locator('button[type=submit]').click();
  await visitor.getByText(locale === 'en' ? 'Your answer has arrived' : '已收到您的答复').waitFor();
  await phone.close();
  await page.reload();
}

async function correctionAndNotice(product: Product, locale: Locale): Promise<void> {
  const officer = await deskOf(product, locale, 'officer-county-a');
  const head = await deskOf(product, locale, 'head-county-a');
  const lead = await gradedLead(officer, 'serious');
  const deadline = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
  await step(officer, 'lead', 'verify');
  await step(officer, 'lead', 'order-correction', {
    recipient: '示例某某旗舰店',
    breach: '网页未亮照',
    basis: '《网络交易监督管理办法》第十二条',
    demand: '公示营业执照信息',
    deadline,
  });
  const file = await openTask(officer, lead, 'correction');
  await head.page.goto(file);
  await step(head, 'correction', 'approve');
  await officer.page.reload();
  await answerByLink(product, officer, { measures: '已在首页公示', answeredBy: '示例店长' });
  await step(officer, 'correction', 'recheck', { result: 'corrected', finding: '已亮照' });
  await openPapers(officer, 2);
  await officer.page.goto(`/console/leads/${lead}`);
  await step(officer, 'lead', 'notify-platform', {
    recipient: '示例平台有限公司',
    matter: '在售违禁商品',
    demand: 'remove',
    deadline,
  });
  await openTask(officer, lead, 'platform-notice');
  await answerByLink(product, officer, { done: 'done', explanation: '已删除', answeredBy: '合规员' });
  await shoot(officer.page, locale, 'file-notice');
  await step(officer, 'platform-notice', 'recheck', { result: 'complied', finding: '已下架' });
  await openPapers(officer, 2);
  assert.deepEqual(await axe(officer.page), []);
  assert.deepEqual(faultsOf.get(officer.page), []);
  await officer.close();
  await head.close();
}

export function officeFlows(running: () => Product): void {
  for (const locale of ['zh-CN', 'en'] as const) {
    test(`a lead goes through five levels and back, in ${locale}`, () => fiveLevels(running(), locale));
    test(`an objected transfer ends in a designation, in ${locale}`, () =>
      objectedTransfer(running(), locale));
    test(`a correction and a notice are answered on a phone without script, in ${locale}`, () =>
      correctionAndNotice(running(), locale));
  }
}
