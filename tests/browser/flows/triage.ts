// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Page } from 'playwright-core';
import { api, faultsOf, type Product, signIn, until, visit } from '../harness.ts';

interface Hits {
  total: number;
  items: { id: string; title: string; state: string; groupKey: string; groupSize: number }[];
}

const current = (page: Page) =>
  page.locator('.hits button[aria-current=true] .hit-title').first().innerText();
const hits = (page: Page, query: string) => api<Hits>(page, `/api/hits?${query}`);

export function triageFlows(running: () => Product): void {
  test('the door: a wrong password says what to do, the right one opens, the address is kept', async () => {
    const { context, page } = await visit(running(), { locale: 'zh-CN', width: 1280 });
    await page.goto('/console/leads?grade=serious');
    await page.waitForURL(/sign-in\?to=/);
    const account = running().account('officer-county-a');
    await page.fill('input[name=username]', account.username);
    await page.fill('input[name=password]', 'not the password');
    await page.click('button[type=submit]');
    await page.getByText('用户名或密码不对').waitFor();
    await page.fill('input[name=password]', account.password);
    await page.click('button[type=submit]');
    await page.waitForURL(/\/console\/leads\?grade=serious/);
    await page.getByText('演示系统').waitFor();
    assert.deepEqual(faultsOf.get(page), []);
    await context.close();
  });

  test('hits are judged by keys: move, confirm, take back, noise, and the list runs ahead', async () => {
    const { context, page } = await visit(running(), { locale: 'zh-CN', width: 1280 });
    await signIn(page, running().account('officer-county-a'));
    await until(
      () => hits(page, 'limit=5'),
      (answer) => answer.total >= 6,
    );
    await page.goto('/console/triage');
    await page.waitForSelector('.verdict-bar');
    const first = await current(page);
    await page.keyboard.press('j');
    await until(
      () => page.locator('.hits li:nth-child(2) button').getAttribute('aria-current'),
      (value) => value === 'true',
    );
    await page.keyboard.press('k');
    await until(
      () => page.locator('.hits li:nth-child(1) button').getAttribute('aria-current'),
      (value) => value === 'true',
    );
    const id = (await hits(page, 'limit=1')).items[0]!.id;
    await page.waitForSelector('.proof:not(.stale) .finding');
    await page.keyboard.press('1');
    await page.getByText(/已判为属实/).waitFor();
    assert.equal((await api<{ hit: { state: string } }>(page, `/api/hits/${id}`)).hit.state, 'confirmed');
    await page.keyboard.press('u');
    await page.getByText('已撤销').waitFor();
    assert.equal((await api<{ hit: { state: string } }>(page, `/api/hits/${id}`)).hit.state, 'new');
    assert.equal(await current(page), first, 'the hit is back at its place');
    await page.keyboard.press('2');
    await page.getByText(/已判为误报/).waitFor();
    assert.equal((await api<{ hit: { state: string } }>(page, `/api/hits/${id}`)).hit.state, 'noise');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByText('撤销上一次判定').waitFor();
    await page.keyboard.press('Escape');
    assert.deepEqual(faultsOf.get(page), []);
    await context.close();
  });

  test('one verdict serves a group, after asking with the number', async () => {
    const { context, page } = await visit(running(), { locale: 'zh-CN', width: 1280 });
    await signIn(page, running().account('officer-county-a'));
    const { items } = await until(
      () => hits(page, 'limit=200'),
      (answer) => answer.items.some((hit) => hit.groupSize > 1),
    );
    const group = items.find((hit) => hit.groupSize > 1)!;
    await page.goto(`/console/triage?view=groups&group=${encodeURIComponent(group.groupKey)}`);
    await page.waitForSelector('.group-hits button');
    await page.waitForSelector('.proof .finding');
    const open = (await hits(page, `groupKey=${encodeURIComponent(group.groupKey)}`)).total;
    await page.keyboard.press('1');
    await page
      .getByRole('dialog')
      .getByText(/都判为属实/)
      .waitFor();
    await page.getByRole('dialog').getByRole('button', { name: '属实' }).click();
    await page.getByText(/整组 \d+ 条已判为属实/).waitFor();
    const judged = await hits(
      page,
      `state=confirmed&groupKey=${encodeURIComponent(group.groupKey)}&limit=200`,
    );
    assert.ok(judged.total >= open, `${judged.total} of ${open}`);
    await context.close();
  });
}
