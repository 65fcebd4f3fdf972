// SPDX-License-Identifier: Apache-2.0
// The short version of tests/prove/filings.prove.ts: every exit once, the regimes in turn.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testService } from '../../server/platform/testing/test-service.ts';
import { EXITS, fileThrough, REGIMES } from '../lib/file-through-exits.ts';
import { officersByToken } from '../lib/officers-by-token.ts';

const t = await testService({ settings: { filingsPerHour: 10_000, requestsPerMinute: 1_000_000 } });

test('every exit once, the regimes in turn; every date as packages/law says', async () => {
  t.clock.set(`${REGIMES[0]}T01:00:00.000Z`);
  const officers = await officersByToken(t, ['intake-clerk', 'head-county-a', 'officer-county-a']);
  let serial = 0;
  let papers = 0;
  for (const exit of EXITS) {
    const known = REGIMES.filter((regime) => exit.in(regime));
    serial += 1;
    papers += await fileThrough(t, officers, exit, known[serial % known.length]!, serial);
  }
  assert.ok(serial >= 20 && papers >= 20, `${serial} filings, ${papers} papers`);
});
