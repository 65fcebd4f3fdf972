// SPDX-License-Identifier: Apache-2.0
// The long run of the property that the quick way of screening loses nothing, and of hostile texts in bounded time.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

test('twenty thousand disguised listings: the quick way says what the thorough way says', () => {
  const out = execFileSync(process.execPath, ['--test', 'packages/screening/src/first/first-look.test.ts'], {
    cwd: root,
    env: { ...process.env, FUZZ_RUNS: process.env['FUZZ_RUNS'] ?? '20000' },
    encoding: 'utf8',
    timeout: 600_000,
  });
  assert.match(out, /fail 0/);
});
