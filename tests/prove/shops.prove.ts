// SPDX-License-Identifier: Apache-2.0
// Patrols of two shop programs that were not written here: every product with its right name, price, code and stock;
// nothing that robots.txt bars; the rate kept; sort and filter traps within 20 requests a product; stop and resume.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { PatrolReport } from '../../cli/src/lib/patrol/patrol-report.ts';
import { root } from '../../scripts/lib/pinned-node.mjs';
import { walk } from '../../server/modules/monitoring/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { withSystem } from '../../server/platform/database/actor.ts';
import { testService } from '../../server/platform/testing/test-service.ts';
import { startEverShop } from '../foreign/lib/evershop.ts';
import { startExpressCart } from '../foreign/lib/express-cart.ts';
import { type ForeignShop, freePort } from '../foreign/lib/foreign-shop.ts';
import { startTrapFront, type TrapFront } from '../foreign/lib/trap-front.ts';

const BARRED = /^\/(?:customer\/|checkout\/|account|cart|api\/)/;
const RATE = 5;

async function patrol(url: string): Promise<PatrolReport> {
  const out = mkdtempSync(join(tmpdir(), 'yw-prove-shops-'));
  const args = [
    'patrol',
    url,
    '--out',
    out,
    '--rate',
    String(RATE),
    '--render',
    'never',
    '--max-pages',
    '600',
  ];
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      'cli/src/main.ts',
      ...args,
      '--allow-address',
      new URL(url).host,
    ],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, YIWANG_CONTACT: 'mailto:c@example.invalid' },
    },
  );
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  const report = JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')) as PatrolReport;
  rmSync(out, { recursive: true, force: true });
  return report;
}

const yes = (availability: string | null): boolean | null =>
  availability === null ? null : availability === 'InStock';

/** Compares what a patrol read with what the shop's own database says. */
function compare(report: PatrolReport, shop: ForeignShop): void {
  assert.ok(shop.goods.length > 5);
  const read = report.listings
    .map((l) => ({
      path: new URL(l.url ?? l.page).pathname,
      name: l.title,
      price: l.price,
      currency: l.currency,
      code: l.sku,
      inStock: yes(l.availability),
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  const truth = shop.goods
    .map(({ path, name, price, code, inStock }) => ({
      path,
      name,
      price,
      currency: shop.currency,
      code,
      inStock,
    }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
  assert.deepEqual(read, truth);
}

function polite(front: TrapFront, shop: ForeignShop): void {
  assert.deepEqual(
    front.seen.filter(({ path }) => BARRED.test(path)),
    [],
    'nothing that robots.txt bars',
  );
  const { seen } = front;
  // Over any two seconds no more than the rate allows, with one request of slack for the start of the window.
  for (const [i, first] of seen.entries())
    assert.ok(
      seen.slice(i).filter(({ at }) => at - first.at < 2000).length <= 2 * RATE + 1,
      'the rate is kept',
    );
  assert.ok(
    seen.length <= 20 * shop.goods.length,
    `${seen.length} requests for ${shop.goods.length} products`,
  );
}

/** The same patrol in the service, stopped amid its walk and gone on with: nothing is lost, nothing asked for twice. */
async function stopAndResume(front: TrapFront, shop: ForeignShop): Promise<void> {
  const { host } = new URL(front.url);
  const t = await testService({ clock: systemClock, settings: { allowAddresses: [host] } });
  const analyst = await t.as('monitor-analyst');
  front.seen.length = 0;
  const started = await analyst.post('/api/patrols', {
    site: front.url,
    ground: '外站证明',
    rate: 20,
    render: 'never',
  });
  assert.equal(started.status, 201, JSON.stringify(started.body));
  for (let stops = 0; stops < 3; stops++) {
    const stop = new AbortController();
    const until = front.seen.length + 6;
    const watch = setInterval(() => front.seen.length >= until && stop.abort(new Error('stopped')), 20);
    await walk(t.app, { signal: stop.signal, leaseMs: 1500, idleMs: 500 });
    clearInterval(watch);
  }
  await walk(t.app, { signal: AbortSignal.timeout(300_000), leaseMs: 1500, idleMs: 2000 });
  const listings = await withSystem(t.app.db, 'test', async (tx) => {
    const { rows } = await sql<{ title: string; price: number; url: string }>`
      select title, price, url from listings order by url`.execute(tx);
    return rows.map((row) => ({ path: new URL(row.url).pathname, name: row.title, price: row.price }));
  });
  assert.deepEqual(
    listings.sort((a, b) => (a.path < b.path ? -1 : 1)),
    shop.goods
      .map(({ path, name, price }) => ({ path, name, price }))
      .sort((a, b) => (a.path < b.path ? -1 : 1)),
  );
}

for (const [name, start, isList] of [
  ['expressCart', startExpressCart, (path: string) => path === '/' || path.startsWith('/category/')],
  ['EverShop', startEverShop, (path: string) => /^\/(?:accessories|men|women|kids)?$/.test(path)],
] as const)
  test(`${name}: a patrol, a stop and a resumption`, { timeout: 1_500_000 }, async () => {
    const port = await freePort();
    const shop = await start(`http://127.0.0.1:${port}/`);
    const front = await startTrapFront(shop.url, isList, port);
    try {
      const report = await patrol(front.url);
      assert.equal(report.stopped, 'done');
      compare(report, shop);
      polite(front, shop);
      await stopAndResume(front, shop);
    } finally {
      await front.close();
      await shop.stop();
    }
  });
