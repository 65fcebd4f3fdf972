// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type RunningHouse, startHouse } from '../lib/running-house.ts';

const script = fileURLToPath(new URL('../../scripts/start.ts', import.meta.url));
let demo: RunningHouse;
let real: RunningHouse;
after(async () => {
  await demo?.stop();
  await real?.stop();
});

/** Processes whose command line names the folder. */
function processesOf(folder: string): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
      } catch {
        return '';
      }
    })
    .filter((command) => command.includes(folder));
}

test('two at once on two folders: a demonstration with its market, and a real one that asks for an administrator', async () => {
  [demo, real] = await Promise.all([startHouse(['--no-patrol']), startHouse(['--no-demo'])]);
  assert.match(demo.output(), /^market http:\/\/127\.0\.0\.1:\d+$/m);
  assert.match(demo.output(), /^ready http:\/\/127\.0\.0\.1:\d+$/m);
  assert.match(demo.output(), /sign in: .* as officer-county-a with /);
  assert.equal(statSync(join(demo.data, 'demo-accounts.json')).mode & 0o777, 0o600);
  const state = async (house: RunningHouse) =>
    (await (await fetch(`${house.address}/api/instance`)).json()) as Record<string, unknown>;
  assert.equal((await state(demo))['demo'], true);
  assert.deepEqual(
    [(await state(real))['demo'], (await state(real))['needsAdministrator'], real.accounts],
    [false, true, []],
  );
});

test('the first administrator comes in with the token that was printed, once', async () => {
  const token = /token=([\w-]+)/.exec(real.output())?.[1];
  const set = (username: string) =>
    fetch(`${real.address}/api/setup`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, username, name: '示例管理员', password: 'a long password' }),
    });
  assert.equal((await set('boss')).status, 201);
  const again = await set('intruder');
  assert.deepEqual([again.status, ((await again.json()) as { code: string }).code], [409, 'setup_done']);
});

test('a second start on the same folder ends with 2 and names process and address', () => {
  const second = spawnSync(process.execPath, [script, '--data', demo.data], { encoding: 'utf8' });
  assert.equal(second.status, 2);
  const { pid } = JSON.parse(readFileSync(join(demo.data, 'run.json'), 'utf8')) as { pid: number };
  assert.ok(second.stderr.includes(String(pid)) && second.stderr.includes(demo.address), second.stderr);
});

test('Ctrl-C ends everything, the database included, and the neighbour goes on', async () => {
  const { code, ms } = await demo.interrupt();
  assert.equal(code, 0);
  // Five seconds is the promise; the test machine may be busy with other tests.
  assert.ok(ms < 8000, `it took ${ms} ms`);
  assert.deepEqual(processesOf(demo.data), []);
  assert.equal((await fetch(`${real.address}/readyz`)).status, 200);
});
