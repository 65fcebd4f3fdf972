// SPDX-License-Identifier: Apache-2.0
// Two hundred filings of all kinds through every exit under each regime: every date equal to packages/law, every paper
// made as PDF.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { documents } from '../../server/modules/documents/index.ts';
import { withActor, withSystem } from '../../server/platform/database/actor.ts';
import { testService } from '../../server/platform/testing/test-service.ts';
import { EXITS, fileThrough, REGIMES } from '../lib/file-through-exits.ts';
import { officersByToken } from '../lib/officers-by-token.ts';

const FILINGS = 200;
const t = await testService({ settings: { filingsPerHour: 100_000, requestsPerMinute: 10_000_000 } });

test(`${FILINGS} filings, every exit, every regime, every paper`, async () => {
  t.clock.set(`${REGIMES[0]}T01:00:00.000Z`);
  const officers = await officersByToken(t, ['intake-clerk', 'head-county-a', 'officer-county-a']);
  const ways = EXITS.flatMap((exit) => REGIMES.filter(exit.in).map((regime) => ({ exit, regime })));
  for (let serial = 1; serial <= Math.max(FILINGS, ways.length); serial++) {
    const { exit, regime } = ways[serial % ways.length]!;
    await fileThrough(t, officers, exit, regime, serial);
  }
  const asked = await withSystem(
    t.app.db,
    'test',
    async (tx) => (await sql<{ document_id: string }>`select document_id from documents`.execute(tx)).rows,
  );
  const make = documents.jobs!.find((job) => job.name === 'documents.make') ?? documents.jobs![0]!;
  for (const { document_id: documentId } of asked)
    await make.run(
      { documentId },
      {
        app: t.app,
        system: (fn) => withSystem(t.app.db, 'test', fn),
        as: (actor, fn) => withActor(t.app.db, actor, fn),
        signal: new AbortController().signal,
        attempt: 1,
        jobId: 'test',
      },
    );
  const open = await withSystem(
    t.app.db,
    'test',
    async (tx) =>
      (await sql<{ n: number }>`select count(*)::int as n from documents where sha256 is null`.execute(tx))
        .rows[0]!.n,
  );
  assert.equal(open, 0, `${asked.length} papers`);
  console.log(`${Math.max(FILINGS, ways.length)} filings, ${ways.length} ways, ${asked.length} papers`);
});
