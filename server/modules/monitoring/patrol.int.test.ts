// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startMarket } from '@yiwang/market';
import { sql } from 'kysely';
import { systemClock } from '../../platform/clock.ts';
import { withSystem } from '../../platform/database/actor.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { walk } from './index.ts';

const market = await startMarket({ day: 40 });
after(() => market.close());
const { host } = new URL(market.url);
const t = await testService({ clock: systemClock, settings: { allowAddresses: [host] } });
const analyst = await t.as('monitor-analyst');

/** The fair is ours and on this machine: the pace of the patrol need not be that of a stranger's site. */
const hurry = () =>
  withSystem(t.app.db, 'test', (tx) => sql`update hosts set rate = 400 where host = ${host}`.execute(tx));
const walkUntilIdle = () => walk(t.app, { signal: AbortSignal.timeout(120_000), idleMs: 500 });

async function patrol(more: object = {}): Promise<string> {
  const started = await analyst.post('/api/patrols', {
    site: `${market.url}/`,
    ground: '集成测试巡查',
    rate: 20,
    render: 'never',
    ...more,
  });
  assert.equal(started.status, 201, JSON.stringify(started.body));
  await hurry();
  return String(started.body['id']);
}
const counts = async (id: string) => {
  const { body } = await analyst.get(`/api/patrols/${id}`);
  const { state, counts } = body['patrol'] as { state: string; counts: Record<string, number> };
  return { state, of: counts };
};
const rows = async (what: string): Promise<number> => {
  const { rows } = await withSystem(t.app.db, 'test', (tx) =>
    sql<{ n: number }>`select count(*) as n from ${sql.table(what)}`.execute(tx),
  );
  return rows[0]!.n;
};

test('a patrol goes through the fair, obeys robots.txt and seals what it suspects', async () => {
  const id = await patrol();
  await walkUntilIdle();
  const done = await counts(id);
  assert.equal(done.state, 'done');
  assert.ok(done.of['pages']! > 400, JSON.stringify(done));
  assert.ok(done.of['hits']! >= 20 && done.of['evidence']! > 0, JSON.stringify(done));
  assert.ok(!market.requests.some(({ url }) => /^\/(?:account|order|private|track|print)\b/.test(url)));
  assert.ok(market.requests.every(({ userAgent }) => /^YiwangPatrol\/\S+ \(\+.+\)$/.test(userAgent)));
  const hits = await analyst.get('/api/hits?limit=200');
  for (const hit of hits.body.items!) {
    const { body } = await analyst.post(`/api/evidence/${hit['evidenceId']}/verify`);
    assert.equal(body['verdict'], 'valid', JSON.stringify(body));
  }
  const report = await analyst.get(`/api/patrols/${id}/report`);
  assert.equal(report.status, 200, JSON.stringify(report.body));
});

test('the same fair on the same day doubles nothing; a page that says "not modified" is still followed', async () => {
  const known = async () => ({
    rows: await Promise.all(['hits', 'evidence', 'listings', 'listing_versions'].map(rows)),
    // The second walk may look at other sorted lists than the first: no page that it knows has a second version.
    more: (await rows('page_versions')) - (await rows('pages')),
  });
  const before = await known();
  const id = await patrol();
  await walkUntilIdle();
  const done = await counts(id);
  assert.equal(done.state, 'done');
  assert.ok(done.of['unchanged']! > 300, JSON.stringify(done));
  assert.deepEqual(await known(), before);
});

test('the limit of pages is kept, and a stopped patrol goes on where it stood', async () => {
  const id = await patrol({ maxPages: 60 });
  await analyst.post(`/api/patrols/${id}/stop`);
  await walkUntilIdle();
  assert.equal((await counts(id)).state, 'stopped');
  const resumed = await analyst.post(`/api/patrols/${id}/resume`);
  assert.notEqual(resumed.body['state'], 'stopped');
  await walkUntilIdle();
  const done = await counts(id);
  assert.equal(done.state, 'done');
  const { rows } = await withSystem(t.app.db, 'test', (tx) =>
    sql<{ n: number }>`select count(distinct entry_id) as n from request_log where patrol_id = ${id}`.execute(
      tx,
    ),
  );
  assert.equal(rows[0]!.n, 60);
});

test('an address inside is refused', async () => {
  const answer = await analyst.post('/api/patrols', { site: 'http://169.254.169.254/', ground: '集成测试' });
  assert.equal(answer.body['code'], 'address_refused');
});
