// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { root } from '../../../scripts/lib/pinned-node.mjs';
import { smallPng } from '../../../scripts/lib/small-png.ts';
import { api, axe, faultsOf, type Product, signIn, until, visit } from '../harness.ts';

/** Where screenshots for the docs go; unset in ordinary test runs. */
const shots = process.env.YIWANG_SCREENSHOTS;

type Items = { items: { id: string }[] };
const firstOf = async (page: Page, path: string): Promise<string> =>
  (await api<Items>(page, path)).items[0]?.id ?? '';

/** Every page there is, with an item of its own where it needs one. */
async function pagesOf(page: Page): Promise<Record<string, string>> {
  const [patrol, lead, subject, venue, item] = await Promise.all(
    ['/api/patrols', '/api/leads', '/api/subjects', '/api/venues', '/api/evidence'].map((path) =>
      firstOf(page, path),
    ),
  );
  const rule = await firstOf(page, '/api/rules');
  return {
    desk: '/console/',
    'desk-office': '/console/?whose=office',
    board: '/console/?whose=board',
    reminders: '/console/?whose=reminders',
    overview: '/console/overview',
    triage: '/console/triage',
    'triage-groups': '/console/triage?view=groups',
    leads: '/console/leads',
    lead: `/console/leads/${lead}`,
    files: '/console/files',
    'lead-quality': '/console/files?view=quality',
    papers: '/console/papers',
    find: '/console/find',
    patrols: '/console/patrols',
    'patrol-new': '/console/patrols/new',
    patrol: `/console/patrols/${patrol}`,
    'patrol-log': `/console/patrols/${patrol}/log`,
    'patrol-report': `/console/patrols/${patrol}/report`,
    plans: '/console/plans',
    'plan-new': '/console/plans/new',
    'plan-rhythms': '/console/plans/rhythms',
    candidates: '/console/candidates',
    'candidates-import': '/console/candidates/import',
    subjects: '/console/registry',
    venues: '/console/registry?view=venues',
    imports: '/console/registry/imports',
    subject: `/console/registry/subjects/${subject}`,
    venue: `/console/registry/venues/${venue}`,
    evidence: '/console/evidence',
    'evidence-item': `/console/evidence/${item}`,
    rules: '/console/rules',
    rule: `/console/rules/${encodeURIComponent(rule)}`,
    law: '/console/law',
    indicators: '/console/indicators',
    indicator: '/console/indicators/verified?part=denominator',
    search: `/console/search?q=${encodeURIComponent('示例')}`,
    account: '/console/account',
    'not-here': '/console/no-such-page',
  };
}

const HEADS = { audit: '/console/audit', templates: '/console/papers?view=templates' };
const ADMINISTRATION = {
  people: '/console/people',
  agencies: '/console/people?view=agencies',
  absences: '/console/people?view=absences',
};
const PUBLIC = {
  'sign-in': '/console/sign-in',
  portal: '/',
  'portal-shop': '/shop',
  'portal-missing': '/no-such-page',
};

/** Nothing is being read any more. Scripts for the page are text: this side has no DOM, and the page's policy no eval. */
const settled = (page: Page) =>
  until(
    () => page.evaluate("document.querySelector('.ant-skeleton, .stale') === null"),
    (done) => done === true,
    45_000,
  );

interface Seen {
  wide: number;
  demo: boolean;
  problem: string | null;
}
const SEEN = `({
  wide: document.documentElement.scrollWidth,
  demo: document.querySelector('.demo') !== null,
  problem: document.querySelector('.problem, .ant-result-error')?.textContent ?? null,
})`;

/** One page at both widths: loaded once, as a window is made narrow. */
async function lookAt(page: Page, locale: string, name: string, address: string): Promise<string[]> {
  const wrong: string[] = [];
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(address);
  await page.waitForSelector('h1');
  await page.waitForLoadState('networkidle', { timeout: 5000 }).catch(() => undefined);
  await settled(page);
  for (const width of [1280, 390]) {
    const say = (what: string) => wrong.push(`${name} ${locale} ${width}: ${what}`);
    await page.setViewportSize({ width, height: width === 390 ? 844 : 800 });
    const seen = (await page.evaluate(SEEN)) as Seen;
    if (seen.wide > width) say(`scrolls sideways to ${seen.wide}`);
    if (!seen.demo) say('does not say that it is a demonstration');
    if (seen.problem !== null) say(`shows a problem: ${seen.problem}`);
    for (const finding of await axe(page)) say(finding);
    if (shots && (locale === 'zh-CN' || width === 1280)) {
      const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      mkdirSync(join(root, shots), { recursive: true });
      writeFileSync(join(root, shots, `${name}-${locale.slice(0, 2)}-${width}.png`), smallPng(png));
    }
  }
  return wrong;
}

/** Looks at all pages; one that does not come up is told like any other fault, and the rest is looked at as well. */
async function look(page: Page, locale: string, pages: Record<string, string>): Promise<string[]> {
  const wrong: string[] = [];
  for (const [name, address] of Object.entries(pages))
    wrong.push(
      ...(await lookAt(page, locale, name, address).catch((error: Error) => [
        `${name} ${locale}: ${error.message.split('\n')[0]}`,
      ])),
    );
  wrong.push(...(faultsOf.get(page) ?? []).map((fault) => `${locale}: ${fault}`));
  return wrong;
}

export function lookFlows(running: () => Product): void {
  for (const locale of ['zh-CN', 'en'] as const)
    test(`every page in ${locale}, wide and narrow: no serious axe finding, no sideways scroll, banner, no fault`, async () => {
      const product = running();
      const wrong: string[] = [];
      const door = await visit(product, { locale, width: 1280 });
      wrong.push(...(await look(door.page, locale, PUBLIC)));
      await signIn(door.page, product.account('officer-county-a'));
      wrong.push(...(await look(door.page, locale, await pagesOf(door.page))));
      await door.context.close();
      for (const [username, pages] of [
        ['head-county-a', HEADS],
        ['administrator', ADMINISTRATION],
      ] as const) {
        const other = await visit(product, { locale, width: 1280 });
        await signIn(other.page, product.account(username));
        wrong.push(...(await look(other.page, locale, pages)));
        await other.context.close();
      }
      assert.deepEqual(wrong, []);
    });

  test('the dark theme keeps its contrast', async () => {
    const product = running();
    const { context, page } = await visit(product, { locale: 'zh-CN', width: 1280 });
    await page.emulateMedia({ colorScheme: 'dark' });
    await signIn(page, product.account('officer-county-a'));
    const { overview, triage, lead, patrol, rules } = await pagesOf(page);
    const wrong: string[] = [];
    for (const [name, address] of Object.entries({ overview, triage, lead, patrol, rules })) {
      await page.goto(address ?? '/');
      await page.waitForSelector('h1');
      await settled(page);
      wrong.push(...(await axe(page)).map((finding) => `${name}: ${finding}`));
      if (shots && name === 'triage')
        writeFileSync(join(root, shots, 'triage-zh-1280-dark.png'), smallPng(await page.screenshot()));
    }
    assert.deepEqual(wrong, []);
    await context.close();
  });
}

/** What a first visit of the console weighs. */
export function weightFlows(): void {
  test('the first load of the console is at most 600 kB gzip', () => {
    const dist = join(root, 'web', 'dist', 'console');
    const page = readFileSync(join(dist, 'index.html'), 'utf8');
    const files = [...page.matchAll(/(?:src|href)="\/console\/([^"]+\.(?:js|css))"/g)].map(
      (match) => match[1] ?? '',
    );
    assert.ok(files.length > 1);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(dist, file))).length, 0);
    assert.ok(bytes <= 600_000, `${bytes} bytes`);
  });
}
