// SPDX-License-Identifier: Apache-2.0
// Filing under load, generator, service and database on the same machine: 50 filings a second with a photo of 200 kB each
// (`YIWANG_TEST_FILING_SECONDS`, five minutes unless said), nothing lost or doubled, and the status call at full speed.
import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { sql } from 'kysely';
import { withSystem } from '../../server/platform/database/actor.ts';
import { testService } from '../../server/platform/testing/test-service.ts';

const SECONDS = Number(process.env['YIWANG_TEST_FILING_SECONDS'] ?? 300);
const RATE = Number(process.env['YIWANG_TEST_FILING_RATE'] ?? 50);
const t = await testService({
  settings: { filingsPerHour: 10_000_000, requestsPerMinute: 1_000_000, poolSize: 10 },
  clock: { now: () => Date.now() },
});
const base = await t.fastify.listen({ port: 0, host: '127.0.0.1' });

/** A JPEG head and noise: 200 kB that no two filings share. */
function photo(): Buffer {
  const head = Buffer.from([
    0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 11, 184, 15, 160, 1, 1, 0x11, 0, 0xff, 0xda, 0, 2,
  ]);
  const noise = Buffer.alloc(200_000);
  randomBytes(64).copy(noise, 1000);
  return Buffer.concat([head, noise, Buffer.from([0xff, 0xd9])]);
}

const complaint = (n: number) => ({
  shop: { name: `仿真小店${n % 200}`, respondentAddress: `示例省示例市${n % 2 ? '甲' : '乙'}县某某路2号` },
  matter: 'goods',
  statement: '买的东西与描述不符，商家拒绝退货。',
  claims: ['refund'],
  filer: { name: `示例人${n}`, phone: `139${String(n).padStart(8, '0')}`, address: '示例路1号' },
});

async function send(n: number): Promise<{ ms: number; receipt: string; sha256: string }> {
  const bytes = photo();
  const form = new FormData();
  form.set('filing', JSON.stringify(complaint(n)));
  form.set('file', new Blob([new Uint8Array(bytes)]), 'photo.jpg');
  const began = performance.now();
  const answer = await fetch(`${base}/api/complaints`, {
    method: 'POST',
    body: form,
    headers: { 'idempotency-key': `load-${n}-${process.pid}` },
  });
  const body = (await answer.json()) as { receipt: string };
  assert.equal(answer.status, 201, JSON.stringify(body));
  return {
    ms: performance.now() - began,
    receipt: body.receipt,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  };
}

const quantile = (list: readonly number[], q: number): number =>
  list.toSorted((a, b) => a - b)[Math.floor(list.length * q)] ?? 0;

test(`${RATE} filings a second for ${SECONDS} s with a photo each: nothing lost, nothing doubled`, async () => {
  await send(0);
  const sent: Promise<{ ms: number; receipt: string; sha256: string }>[] = [];
  const began = performance.now();
  for (let n = 1; n <= RATE * SECONDS; n++) {
    const due = began + (n * 1000) / RATE;
    const wait = due - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    sent.push(send(n));
  }
  const done = await Promise.all(sent);
  const took = (performance.now() - began) / 1000;
  const times = done.map((one) => one.ms);
  console.log(
    `${done.length} filings in ${took.toFixed(1)} s, ${(done.length / took).toFixed(1)} a second, p50 ${quantile(times, 0.5).toFixed(0)} ms, p95 ${quantile(times, 0.95).toFixed(0)} ms, p99 ${quantile(times, 0.99).toFixed(0)} ms`,
  );
  assert.equal(new Set(done.map((one) => one.receipt)).size, done.length);
  const kept = await withSystem(
    t.app.db,
    'test',
    async (tx) =>
      (
        await sql<{ filings: number; files: number; numbers: number; proofs: number }>`
        select (select count(*)::int from filings) as filings, (select count(*)::int from files) as files,
          (select count(distinct number)::int from files) as numbers,
          (select count(distinct sha256)::int from filing_proofs) as proofs`.execute(tx)
      ).rows[0]!,
  );
  const all = done.length + 1;
  assert.deepEqual(kept, { filings: all, files: all, numbers: all, proofs: all });
});

test('the status of a filing, as fast as it goes', async () => {
  const { receipt } = await send(999_999);
  const seconds = Math.min(10, SECONDS);
  const end = performance.now() + seconds * 1000;
  let asked = 0;
  const ask = async () => {
    while (performance.now() < end) {
      const answer = await fetch(`${base}/api/status/${receipt}`);
      await answer.text();
      assert.equal(answer.status, 200);
      asked += 1;
    }
  };
  await Promise.all(Array.from({ length: 16 }, ask));
  console.log(`${(asked / seconds).toFixed(0)} status answers a second`);
  assert.ok(asked > 0);
});
