// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { type Api, type Role, type RunningHouse, startHouse } from './running-house.ts';

const ROLES: readonly Role[] = ['service', 'worker', 'database'];
type Row = Record<string, unknown>;

/**
 * Leads are graded, sent below and signed for while service, worker and database are killed in turn, `kills` times. Each
 * step goes under a key and is sent twice. Nothing may be lost (every step stands in its timeline, every paper is made),
 * nothing doubled (each step once, numbers without a gap).
 */
export async function killAmidOffices(kills: number): Promise<void> {
  const house = await startHouse([], { MARKET_DAY: '0' });
  try {
    const [county, station] = await Promise.all([house.as('officer-county-a'), house.as('officer-station')]);
    const office = await stationOf(county);
    for (let kill = 0; kill < kills; kill++) {
      const lead = await newLead(county, kill);
      const path = `/api/leads/${lead}`;
      const walk = async () => {
        await twice(county, path, 'grade', { grade: 'serious' });
        await twice(county, path, 'dispatch', { office, instruction: '请核查' });
        await twice(station, path, 'sign', {});
      };
      const walking = walk();
      // The kill falls somewhere into the three steps and the making of their paper.
      await sleep((kill * 137) % 700);
      await house.kill(ROLES[kill % ROLES.length]!);
      await walking;
    }
    await untilMade(house);
    await check(house, kills);
  } finally {
    await house.stop();
  }
}

async function stationOf(county: Api): Promise<string> {
  const { body } = await county('GET', '/api/agencies?level=station');
  return String(body.items![0]!['id']);
}

async function newLead(county: Api, n: number): Promise<string> {
  for (const deadline = Date.now() + 240_000; ; await sleep(300)) {
    const hit = (await county('GET', '/api/hits?state=new&limit=1')).body.items?.[0];
    if (hit) {
      const answer = await county(
        'POST',
        `/api/hits/${String(hit['id'])}/verdict`,
        { verdict: 'confirmed' },
        `lead-${n}`,
      );
      if (answer.status === 200) return String(answer.body['leadId']);
    }
    if (Date.now() > deadline) throw new Error('no hit to confirm');
  }
}

/** One step under one key, sent twice: the second answer is the first, or says that the file stands as it should. */
async function twice(api: Api, path: string, action: string, form: object): Promise<void> {
  const { body } = await api('GET', path);
  const version = Number((body['lead'] as Row)['version']);
  const send = () => api('POST', `${path}/actions/${action}`, { version, form }, `${path}:${action}`);
  const first = await patiently(send);
  assert.equal(first.status, 200, `${action}: ${JSON.stringify(first.body)}`);
  const again = await patiently(send);
  assert.equal(again.status, 200, `${action} again: ${JSON.stringify(again.body)}`);
}

/** A call whose process died holds its key for a minute; then the next one with the key takes it over. */
async function patiently(send: () => ReturnType<Api>): ReturnType<Api> {
  for (const deadline = Date.now() + 90_000; ; await sleep(1000)) {
    const answer = await send();
    if (answer.body['code'] !== 'idempotency_conflict' || Date.now() > deadline) return answer;
  }
}

async function untilMade(house: RunningHouse): Promise<void> {
  for (const deadline = Date.now() + 120_000; ; await sleep(300)) {
    const [row] = await query(house, 'select count(*)::int as open from documents where sha256 is null');
    if (row?.['open'] === 0) return;
    if (Date.now() > deadline) throw new Error(`${String(row?.['open'])} papers were not made`);
  }
}

async function check(house: RunningHouse, leads: number): Promise<void> {
  const steps = await query(
    house,
    `select file_id, string_agg(action, ',' order by seq) as steps from file_timeline t
     join files f using (file_id) where f.procedure = 'lead' and f.version > 1 group by file_id`,
  );
  assert.deepEqual(
    steps.map((row) => row['steps']),
    Array(leads).fill('open,grade,dispatch,sign'),
    'each step stands once in each timeline',
  );
  const papers = await query(house, 'select number, sha256, bytes from documents order by number');
  assert.equal(papers.length, leads, 'one paper for each dispatch');
  assert.deepEqual(
    papers.map((row) => Number(/第(\d+)号/.exec(String(row['number']))?.[1])),
    papers.map((_, i) => i + 1),
    'numbers run without a gap',
  );
  const files = globSync(join(house.data, 'evidence', 'papers', '*', '*', '*'));
  const digests = new Set(files.map((file) => createHash('sha256').update(readFileSync(file)).digest('hex')));
  for (const row of papers)
    assert.ok(digests.has(String(row['sha256'])), `paper ${String(row['number'])} is whole`);
  const stray = await query(
    house,
    `select f.number from files f where f.version <> (select count(*) from file_timeline t where t.file_id = f.file_id)
       or f.holder_id is null`,
  );
  assert.deepEqual(stray, [], 'every file agrees with its timeline');
}

async function query(house: RunningHouse, sql: string): Promise<Row[]> {
  for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
    const client = new pg.Client({
      host: join(house.data, 'postgres', 'socket'),
      user: 'postgres',
      database: 'yiwang',
    });
    client.on('error', () => undefined);
    try {
      await client.connect();
      return (await client.query<Row>(sql)).rows;
    } catch (error) {
      if (Date.now() > deadline || /^42/.test((error as { code?: string }).code ?? '')) throw error;
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}
