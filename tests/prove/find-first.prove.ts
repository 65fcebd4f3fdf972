// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startMarket, truthOn } from '@yiwang/market';
import { modules } from '../../server/modules.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { runWorker } from '../../server/platform/jobs/run-worker.ts';
import { testService } from '../../server/platform/testing/test-service.ts';

const DAY = 40;
const market = await startMarket({ day: DAY });
after(() => market.close());
const { host } = new URL(market.url);
const t = await testService({
  clock: systemClock,
  settings: { allowAddresses: [host], chromiumPath: process.env['CHROMIUM_PATH'] ?? null, poolSize: 10 },
});
const [officer, analyst] = await Promise.all(
  ['officer-county-a', 'monitor-analyst'].map((name) => t.as(name)),
);
const planted = truthOn(DAY).filter(
  (row) =>
    row.kind === 'listing' &&
    row.labels.includes('counterfeit') &&
    row.evasion === 'none' &&
    !row.path.startsWith('/star/'),
);

/** Asks again until the answer is right. */
async function until<T>(ask: () => Promise<T>, right: (value: T) => boolean, ms: number): Promise<T> {
  for (const end = performance.now() + ms; ; await sleep(100)) {
    const value = await ask();
    if (right(value)) return value;
    if (performance.now() > end)
      throw new Error(`still ${JSON.stringify(value).slice(0, 300)} after ${ms} ms`);
  }
}

test("an officer's find goes before the patrol that is at work on the same site", async (context) => {
  const worker = await runWorker(t.app, t.urls.worker, modules);
  try {
    const started = await analyst!.post('/api/patrols', {
      site: `${market.url}/`,
      ground: '演示巡查',
      rate: 20,
      maxPages: 5000,
    });
    assert.equal(started.status, 201, JSON.stringify(started.body));
    const patrol = async () =>
      (await analyst!.get(`/api/patrols/${started.body['id']}`)).body['patrol'] as {
        state: string;
        counts: Record<string, number>;
      };
    // In the thick of it: pages wait for the browser.
    await until(patrol, ({ counts }) => counts['pages']! >= 12, 120_000);
    const times: number[] = [];
    for (const { path } of planted.slice(0, 3)) {
      const from = performance.now();
      const reported = await officer!.post('/api/finds', {
        url: `${market.url}${path}`,
        note: '群众现场指认',
      });
      assert.equal(reported.status, 202, JSON.stringify(reported.body));
      const find = await until(
        async () => (await officer!.get(`/api/finds/${reported.body['id']}`)).body,
        ({ state }) => state === 'done' || state === 'failed',
        60_000,
      );
      times.push(performance.now() - from);
      assert.equal(find['state'], 'done', JSON.stringify(find));
      const evidence = await officer!.get(`/api/evidence/${find['evidenceId']}`);
      assert.equal((evidence.body['evidence'] as Record<string, unknown>)['hasScreenshot'], true);
      const lead = await officer!.get(`/api/leads/${find['leadId']}`);
      assert.ok(((lead.body['lead'] as Record<string, string[]>)['labels'] ?? []).includes('counterfeit'));
    }
    context.diagnostic(`finds took ${times.map((ms) => (ms / 1000).toFixed(1)).join(', ')} s`);
    assert.equal((await patrol()).state, 'running', 'the patrol is still at work');
    assert.ok(Math.max(...times) < 45_000, `finds took ${times.map(Math.round).join(', ')} ms`);
  } finally {
    await worker.stop();
  }
});
