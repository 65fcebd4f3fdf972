// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import pg from 'pg';
import { Type } from 'typebox';
import { withSystem } from '../database/actor.ts';
import { publish } from '../events/publish.ts';
import type { DomainEvent } from '../events/subscription.ts';
import type { ServerModule } from '../module.ts';
import { hangJob } from '../testing/hanging-worker.ts';
import { testDatabase } from '../testing/test-database.ts';
import { enqueue } from './enqueue.ts';
import { defineJob, handles } from './job.ts';
import { runWorker } from './run-worker.ts';

const t = await testDatabase();
const note = defineJob('test.note', Type.Object({ text: Type.String() }));
const seen: string[] = [];
const heard: DomainEvent[] = [];
const room: ServerModule = {
  name: 'test',
  routes: [],
  jobs: [
    handles(note, async ({ text }) => void seen.push(text)),
    handles(hangJob, async ({ note: text }) => void seen.push(text)),
  ],
  subscriptions: [
    {
      event: 'thing.happened',
      subscriber: 'test.first',
      handle: async (_tx, event) => void heard.push(event),
    },
    {
      event: 'thing.happened',
      subscriber: 'test.second',
      handle: async (tx, event) => {
        await sql`insert into idempotency_keys (owner, key, method, path, request_digest, created_at)
          values ('test', ${event.id}, '', '', '', now())`.execute(tx);
        if (event.payload['fail'] === true && heard.length < 4) {
          heard.push(event);
          throw new Error('not yet');
        }
      },
    },
  ],
};

/** Runs a worker until the condition holds. */
async function working(condition: () => boolean | Promise<boolean>): Promise<void> {
  const worker = await runWorker(t.app, t.urls.worker, [room], { graceSeconds: 1, beatMs: 200 });
  try {
    for (const deadline = Date.now() + 30_000; !(await condition()); await sleep(50))
      if (Date.now() > deadline) throw new Error('it did not happen in time');
  } finally {
    await worker.stop();
  }
}

test('a job exists when its transaction commits, and the queue itself is closed to the application', async () => {
  await assert.rejects(sql`select * from graphile_worker.jobs`.execute(t.app.db), { code: '42501' });
  await assert.rejects(
    withSystem(t.app.db, 'test', async (tx) => {
      await enqueue(tx, note, { text: 'never' });
      throw new Error('undone');
    }),
    /undone/,
  );
  await withSystem(t.app.db, 'test', (tx) => enqueue(tx, note, { text: 'once' }, { key: 'k' }));
  await withSystem(t.app.db, 'test', (tx) => enqueue(tx, note, { text: 'replaced' }, { key: 'k' }));
  await working(() => seen.length > 0);
  assert.deepEqual(seen, ['replaced']);
});

test('an event reaches each subscriber once, also when a first try fails after its effect', async () => {
  const owner = new pg.Client({ connectionString: t.urls.owner });
  await owner.connect();
  await owner.query(
    "insert into event_subscribers values ('thing.happened', 'test.first'), ('thing.happened', 'test.second')",
  );
  await owner.end();
  const id = await withSystem(t.app.db, 'test', (tx) =>
    publish(tx, t.app.clock, { kind: 'thing.happened', objectId: 'thing-1', payload: { n: 1 } }),
  );
  const allDelivered = async () => {
    const rows = await t.app.db.selectFrom('event_deliveries').select('delivered_at').execute();
    return rows.length === 2 && rows.every((row) => row.delivered_at !== null);
  };
  await working(allDelivered);
  assert.deepEqual(
    heard.map((event) => [event.id, event.kind, event.objectId, event.payload]),
    [[id, 'thing.happened', 'thing-1', { n: 1 }]],
  );
  const effects = await t.app.db
    .selectFrom('idempotency_keys')
    .select('key')
    .where('owner', '=', 'test')
    .execute();
  assert.deepEqual(effects, [{ key: id }]);
});

test('the job of a killed worker is done by another one within seconds', async () => {
  seen.length = 0;
  const file = fileURLToPath(new URL('../testing/hanging-worker.ts', import.meta.url));
  const victim = fork(file, [JSON.stringify(t.urls)]);
  await withSystem(t.app.db, 'test', (tx) => enqueue(tx, hangJob, { note: 'taken over' }));
  await once(victim, 'message');
  victim.kill('SIGKILL');
  await once(victim, 'exit');
  await working(() => seen.length > 0);
  assert.deepEqual(seen, ['taken over']);
});

test('a long job of a living worker is left alone by the others', async () => {
  let runs = 0;
  const long = defineJob('test.long', Type.Object({}));
  const rooms: ServerModule[] = [
    {
      name: 'test',
      routes: [],
      jobs: [
        handles(long, async () => {
          runs++;
          await sleep(3000);
          seen.push('long');
        }),
      ],
    },
  ];
  seen.length = 0;
  await withSystem(t.app.db, 'test', (tx) => enqueue(tx, long, {}));
  const timing = { graceSeconds: 1, beatMs: 200 };
  const workers = [
    await runWorker(t.app, t.urls.worker, rooms, timing),
    await runWorker(t.app, t.urls.worker, rooms, timing),
  ];
  while (seen.length === 0) await sleep(50);
  await Promise.all(workers.map((worker) => worker.stop()));
  assert.equal(runs, 1);
});
