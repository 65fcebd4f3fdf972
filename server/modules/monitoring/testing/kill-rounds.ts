// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { startMarket } from '@yiwang/market';
import { sql } from 'kysely';
import { systemClock } from '../../../platform/clock.ts';
import { withSystem } from '../../../platform/database/actor.ts';
import { testService } from '../../../platform/testing/test-service.ts';

/**
 * Kills the worker of a patrol of the fair so many times amid its pages, lets two heirs finish together, and holds that
 * nothing was lost or doubled: visits, pages, listings, hits, evidence. Call it at the top of a test file.
 */
export async function prepareKills(options: { maxPages: number; pagesARound: number }) {
  const market = await startMarket({ day: 40 });
  after(() => market.close());
  const { host } = new URL(market.url);
  const t = await testService({ clock: systemClock, settings: { allowAddresses: [host] } });
  const analyst = await t.as('monitor-analyst');
  const script = fileURLToPath(new URL('./walk-child.ts', import.meta.url));

  const startWalker = () =>
    spawn(process.execPath, [script], {
      env: {
        ...process.env,
        YIWANG_TEST_WALK: JSON.stringify({
          urls: t.urls,
          data: t.app.settings.data,
          allow: [host],
          leaseMs: 2000,
        }),
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
  const number = async (query: ReturnType<typeof sql<{ n: number }>>): Promise<number> => {
    const { rows } = await withSystem(t.app.db, 'test', (tx) => query.execute(tx));
    return rows[0]!.n;
  };
  const visited = () =>
    number(sql<{ n: number }>`select count(*) as n from frontier where done_at is not null`);

  async function startPatrol(): Promise<string> {
    const { body, status } = await analyst.post('/api/patrols', {
      site: `${market.url}/`,
      ground: '断电演练',
      rate: 20,
      render: 'never',
      maxPages: options.maxPages,
    });
    assert.equal(status, 201, JSON.stringify(body));
    await withSystem(t.app.db, 'test', (tx) =>
      sql`update hosts set rate = 400 where host = ${host}`.execute(tx),
    );
    return String(body['id']);
  }
  const stateOf = async (id: string) =>
    ((await analyst.get(`/api/patrols/${id}`)).body['patrol'] as { state: string }).state;

  return async function killRounds(rounds: number): Promise<void> {
    const id = await startPatrol();
    for (let round = 1; round <= rounds; round++) {
      const before = await visited();
      const walker = startWalker();
      const died = once(walker, 'exit');
      // Amid the work: some pages are recorded, others are under way.
      while ((await visited()) < before + options.pagesARound) {
        assert.equal(walker.exitCode, null, 'the walker ended by itself');
        await sleep(30);
      }
      walker.kill('SIGKILL');
      await died;
      const open = await number(
        sql<{ n: number }>`select count(*) as n from frontier where lease is not null and done_at is null`,
      );
      assert.ok(open > 0, 'it died with pages in its hands');
    }
    // The heirs are two at once: the budget of the host and the entries are shared.
    await Promise.all([startWalker(), startWalker()].map((walker) => once(walker, 'exit')));
    assert.equal(await stateOf(id), 'done');

    const doubled = await number(sql<{ n: number }>`
    select count(*) as n from (select entry_id from request_log
      where patrol_id = ${id} and outcome in ('page', 'unchanged') group by entry_id having count(*) > 1) d`);
    assert.equal(doubled, 0, 'a page is recorded once');
    const entries = await number(sql<{ n: number }>`
    select count(*) as n from frontier where patrol_id = ${id} and outcome <> 'left'`);
    assert.equal(entries, options.maxPages, 'as many visits as were allowed, though some began twice');
    const hits = await analyst.get('/api/hits?limit=200');
    assert.ok(Number(hits.body['total']) > 0);
    for (const hit of hits.body.items!) {
      const { body } = await analyst.post(`/api/evidence/${hit['evidenceId']}/verify`);
      assert.equal(body['verdict'], 'valid', JSON.stringify(hit));
    }
    const versions = await number(sql<{ n: number }>`
    select count(*) as n from (select listing_id from listing_versions group by listing_id
      having count(*) > 1) d`);
    assert.equal(versions, 0, 'on one day of the fair a listing has one version');
  };
}
