// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { api, faultsOf, type Product, signIn, until, visit } from '../harness.ts';

interface LeadFile {
  lead: { id: string; state: string; version: number };
  evidence: { id: string }[];
  object: { url: string };
}

export function actFlows(running: () => Product): void {
  test('a lead takes the next step that its procedure allows, and the step stands in the timeline', async () => {
    const { context, page } = await visit(running(), { locale: 'zh-CN', width: 1280 });
    await signIn(page, running().account('officer-county-a'));
    const { items } = await until(
      () => api<{ items: { id: string }[] }>(page, '/api/leads?state=created'),
      (answer) => answer.items.length > 0,
    );
    await page.goto('/console/leads?state=created');
    await page.locator(`a[href$="/leads/${items[0]!.id}"]`).click();
    await page.waitForSelector('.next-steps button');
    await page.locator('.clock').first().click();
    await page.getByRole('dialog').getByText('怎样算出来的').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '定级' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '定级' }).click();
    await dialog.getByText('请填写这一项').first().waitFor();
    await dialog.locator('select').first().selectOption({ index: 1 });
    await dialog.getByRole('button', { name: '定级' }).click();
    await page.getByText('已完成：定级').waitFor();
    const file = await api<LeadFile>(page, `/api/leads/${items[0]!.id}`);
    assert.equal(file.lead.state, 'graded');
    await page.locator('.timeline').getByText('定级').first().waitFor();
    assert.deepEqual(faultsOf.get(page), []);
    await context.close();
  });

  test('a lead that moved on meanwhile is not acted on blindly', async () => {
    const { context, page } = await visit(running(), { locale: 'zh-CN', width: 1280 });
    await signIn(page, running().account('officer-county-a'));
    const { items } = await api<{ items: { id: string; version: number }[] }>(page, '/api/leads');
    const lead = items[0]!;
    await page.goto(`/console/leads/${lead.id}`);
    await page.waitForSelector('.next-steps button');
    // A colleague writes a note from another window while this one stands open.
    const other = await visit(running(), { locale: 'zh-CN', width: 1280 }, await context.storageState());
    await other.page.goto(`/console/leads/${lead.id}`);
    await other.page.getByRole('button', { name: '添加备注' }).click();
    await other.page.getByRole('dialog').locator('textarea').fill('同事先到一步。');
    await other.page.getByRole('dialog').getByRole('button', { name: '添加备注' }).click();
    await other.page.getByText('已完成：添加备注').waitFor();
    await other.context.close();
    await page.getByRole('button', { name: '添加备注' }).click();
    await page.getByRole('dialog').locator('textarea').fill('后来的一步。');
    await page.getByRole('dialog').getByRole('button', { name: '添加备注' }).click();
    await page.getByText('文件刚被他人更新，请查看变化后再操作。').waitFor();
    await page.getByText('同事先到一步。').waitFor();
    await context.close();
  });

  test('anybody finds out who is behind a shop, without script', async () => {
    const product = running();
    const { context, page } = await visit(product, { locale: 'zh-CN', width: 1280 });
    await signIn(page, product.account('officer-county-a'));
    const { items } = await until(
      () => api<{ items: { url: string; subject: { name: string } | null }[] }>(page, '/api/venues?limit=50'),
      (answer) => answer.items.some((venue) => venue.subject !== null),
    );
    const venue = items.find((one) => one.subject !== null)!;
    await context.close();
    const plain = await product.browser.newContext({
      baseURL: product.base,
      locale: 'zh-CN',
      javaScriptEnabled: false,
      viewport: { width: 390, height: 844 },
    });
    const visitor = await plain.newPage();
    await visitor.goto('/');
    await visitor.getByRole('link', { name: '查一查这家店' }).click();
    await visitor.getByLabel('店铺或商品的网址').fill(venue.url);
    await visitor.getByRole('button', { name: '查询' }).click();
    await visitor.getByText('查到这家店').waitFor();
    assert.ok((await visitor.content()).includes(venue.subject!.name));
    await visitor.goto('/no-such-page');
    await visitor.getByText('没有这个页面').waitFor();
    await plain.close();
  });
}

/** Own finds: a capture waits its turn beside a patrol, so this runs with the long proofs. */
export function findFlows(running: () => Product): void {
  test('an officer on a phone pastes an address and gets a lead with evidence that verifies', async () => {
    const { context, page } = await visit(running(), { locale: 'zh-CN', width: 390 });
    const product = running();
    await signIn(page, product.account('officer-county-a'));
    const { items } = await api<{ items: { url: string }[] }>(page, '/api/hits?limit=1&state=confirmed');
    await page.getByRole('button', { name: '打开菜单' }).click();
    await page.getByRole('dialog').getByRole('link', { name: '上报' }).click();
    await page.getByRole('heading', { name: '上报' }).waitFor();
    await page
      .locator('#main')
      .getByLabel('网址')
      .fill(items[0]?.url ?? `${product.market}/`);
    await page.locator('#main').getByLabel('为什么可疑').fill('路过店铺时看到同款，网页上写得不一样。');
    await page.getByRole('button', { name: '固定证据并生成线索' }).click();
    await page.getByRole('link', { name: '打开线索' }).waitFor({ timeout: 120_000 });
    await page.getByRole('link', { name: '查看证据' }).click();
    await page.getByRole('button', { name: '现在校验' }).click();
    await page.getByText('校验结论：有效').waitFor();
    const id = page.url().split('/').at(-1)?.split('?')[0] ?? '';
    const head = await page.evaluate(async (address) => {
      const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
      return String.fromCharCode(...bytes.slice(0, 2));
    }, `/api/evidence/${id}.wacz`);
    assert.equal(head, 'PK');
    await page.getByRole('tab', { name: '保管记录' }).click();
    await page.getByRole('rowheader', { name: '校验' }).first().waitFor();
    assert.deepEqual(faultsOf.get(page), []);
    await context.close();
  });
}
