// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Api, type Role, type RunningHouse, startHouse } from './running-house.ts';

const ROLES: readonly Role[] = ['service', 'worker', 'database'];

/**
 * Patrols the sample marketplace while service, worker and database are killed in turn `rounds` times, confirming hits
 * meanwhile. Nothing may be lost, nothing doubled (constraints and counts say so), and every evidence file holds its
 * digest. With `maxPages` just so many are visited; without it every listing that the market's truth names was seen, and
 * an undisturbed second patrol finds no page, listing or hit that the first has not.
 */
export async function killAmidPatrol(rounds: number, maxPages?: number): Promise<void> {
  const house = await startHouse(['--no-patrol'], { MARKET_DAY: '0' });
  try {
    const analyst = await house.as('officer-county-a');
    const patrol = await ask(house, analyst, 'first', maxPages);
    const confirmed = new Map<string, string>();
    for (let kill = 0; kill < rounds * ROLES.length; kill++) {
      await somethingHappened(house, analyst, patrol);
      await house.kill(ROLES[kill % ROLES.length]!);
      await confirmOne(analyst, confirmed);
    }
    await untilDone(analyst, patrol);
    const first = await counts(house);
    assert.equal(await doubled(house), '');
    assert.ok(confirmed.size > 0, 'no hit was confirmed amid the kills');
    const leads = await query<{ n: string }>(house, 'select count(*) as n from leads');
    assert.equal(Number(leads[0]!.n), new Set(confirmed.values()).size, 'one lead for each confirmed hit');
    checkEvidence(house, await query(house, 'select sha256 from evidence'));

    assert.ok(first.hits > 20, JSON.stringify(first));
    if (maxPages !== undefined) {
      const visited = 'select count(distinct entry_id) as n from request_log where patrol_id is not null';
      assert.equal(Number((await query<{ n: string }>(house, visited))[0]!.n), maxPages);
      return;
    }
    assert.deepEqual(await unseen(house), [], 'listings of the truth that were not seen');

    await untilDone(analyst, await ask(house, analyst, 'second'));
    const { requests: _, ...second } = await counts(house);
    const { requests: __, ...kept } = first;
    assert.deepEqual(second, kept, 'an undisturbed patrol finds nothing that the first one lost');
  } finally {
    await house.stop();
  }
}

async function ask(house: RunningHouse, analyst: Api, key: string, maxPages?: number): Promise<string> {
  const answer = await analyst(
    'POST',
    '/api/patrols',
    {
      site: `${house.market}/`,
      ground: 'kill -9 amid a patrol',
      rate: 20,
      render: 'never',
      ...(maxPages ? { maxPages } : {}),
    },
    key,
  );
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  // The fair is ours and on this machine: its pace need not be that of a stranger's site.
  await query(house, `update hosts set rate = 100 where host = '${new URL(house.market).host}'`);
  return String(answer.body['id']);
}

/** The patrol has asked for some more pages since the last kill, or has ended. */
async function somethingHappened(house: RunningHouse, analyst: Api, patrol: string): Promise<void> {
  const pages = async () => (await counts(house)).requests;
  const before = await pages();
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; await sleep(100)) {
    if ((await pages()) >= before + 15) return;
    if ((await stateOf(analyst, patrol)) === 'done') return;
  }
  throw new Error('the patrol does not go on');
}

async function stateOf(analyst: Api, patrol: string): Promise<unknown> {
  const { body } = await analyst('GET', `/api/patrols/${patrol}`);
  return (body['patrol'] as Record<string, unknown>)['state'];
}

async function untilDone(analyst: Api, patrol: string): Promise<void> {
  for (const deadline = Date.now() + 240_000; ; await sleep(300)) {
    const state = await stateOf(analyst, patrol);
    if (state === 'done') return;
    assert.ok(state === 'running' || state === 'queued', `the patrol is ${state}`);
    if (Date.now() > deadline) throw new Error('the patrol does not end');
  }
}

/** Confirms the riskiest open hit under a key, twice: the second answer must be the first. */
async function confirmOne(analyst: Api, confirmed: Map<string, string>): Promise<void> {
  const open = await analyst('GET', '/api/hits?state=new&limit=1');
  assert.equal(open.status, 200, JSON.stringify(open.body));
  const hit = open.body.items?.[0];
  if (hit === undefined) return;
  const id = String(hit['id']);
  const path = `/api/hits/${id}/verdict`;
  const answer = await analyst('POST', path, { verdict: 'confirmed' }, `confirm-${id}`);
  if (answer.status !== 200) return assert.equal(answer.body['code'], 'already_judged');
  confirmed.set(id, String(answer.body['leadId']));
  const again = await analyst('POST', path, { verdict: 'confirmed' }, `confirm-${id}`);
  assert.deepEqual(again.body, answer.body);
}

async function counts(house: RunningHouse) {
  const rows = await query<Record<string, string>>(
    house,
    `select (select count(*) from pages) as pages, (select count(*) from listings) as listings,
      (select count(*) from hits) as hits, (select count(*) from request_log where outcome = 'page') as requests`,
  );
  const { pages, listings, hits, requests } = rows[0]!;
  return { pages: Number(pages), listings: Number(listings), hits: Number(hits), requests: Number(requests) };
}

/** Shops drawn by script, which a patrol without a browser cannot read. */
const DRAWN = /^\/(star|yuanhang)\//;

/** Listings that are on sale on day 0 by `truth.ndjson` and were not seen. */
async function unseen(house: RunningHouse): Promise<string[]> {
  const truth = readFileSync(new URL('../../market/truth.ndjson', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { path: string; kind: string; day: [number, number] | null })
    .filter(
      (row) => row.kind === 'listing' && (row.day === null || row.day[0] === 0) && !DRAWN.test(row.path),
    );
  assert.ok(truth.length > 100);
  const rows = await query<{ url: string }>(house, 'select url from listings');
  const seen = new Set(rows.map(({ url }) => new URL(url).pathname + new URL(url).search));
  return truth.map((row) => row.path).filter((path) => !seen.has(path));
}

/** What exists twice although it may exist once; empty when all is well. */
async function doubled(house: RunningHouse): Promise<string> {
  const rows = await query<{ what: string }>(
    house,
    `select 'frontier ' || slot as what from frontier group by slot having count(*) > 1
     union all select 'entry open ' || url from frontier where done_at is null and purpose = 'patrol'
     union all select 'page recorded twice ' || url from request_log where outcome = 'page' and entry_id is not null
       group by url, entry_id having count(*) > 1
     union all select 'listing ' || listing_key from listings group by listing_key having count(*) > 1
     union all select 'hit ' || url || rule from hits group by url, rule, title having count(*) > 1
     union all select 'hit without evidence ' || url from hits where evidence_id is null
     union all select 'lead of two ' || count(*) from verdicts where lead_id is not null
       group by hit_id having count(distinct lead_id) > 1`,
  );
  return rows.map((row) => row.what).join('\n');
}

function checkEvidence(house: RunningHouse, rows: { sha256: string }[]): void {
  const files = new Map(
    globSync(join(house.data, 'evidence', '**', '*'), { withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [createHash('sha256').update(readFileSync(file)).digest('hex'), basename(file)]),
  );
  for (const { sha256 } of rows) assert.ok(files.has(sha256), `evidence ${sha256} is missing or changed`);
}

async function query<R extends object>(house: RunningHouse, sql: string): Promise<R[]> {
  for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
    const client = new pg.Client({
      host: join(house.data, 'postgres', 'socket'),
      user: 'postgres',
      database: 'yiwang',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<R>(sql)).rows;
    } catch (error) {
      // The database may have been killed a moment ago; a fault in the query itself is not waited for.
      if (Date.now() > deadline || /^42/.test((error as { code?: string }).code ?? '')) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
