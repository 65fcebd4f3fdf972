// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readRun, takeDataFolder } from './data-lock.ts';

const folder = mkdtempSync(join(tmpdir(), 'yw-lock-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('a data folder is held by one, who is named to the second, and free again afterwards', () => {
  const first = takeDataFolder(folder);
  assert.ok('lock' in first);
  first.lock.update({ address: 'http://127.0.0.1:1', pids: { worker: 7 } });
  const second = takeDataFolder(folder);
  assert.ok('holder' in second);
  assert.deepEqual([second.holder.pid, second.holder.address], [process.pid, 'http://127.0.0.1:1']);
  first.lock.release();
  assert.equal(readRun(folder), null);
});

test('a record left by a killed process, or whose pid is somebody else by now, does not hold', () => {
  for (const record of [
    { pid: 2 ** 22 + 1, started: '1' },
    { pid: process.pid, started: 'another boot' },
  ]) {
    writeFileSync(
      join(folder, 'run.json'),
      JSON.stringify({ ...record, address: null, market: null, pids: {} }),
    );
    const taken = takeDataFolder(folder);
    assert.ok('lock' in taken);
    taken.lock.release();
  }
});
