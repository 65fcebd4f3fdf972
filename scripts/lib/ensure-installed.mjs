// SPDX-License-Identifier: Apache-2.0
// Runs on any Node ≥ 20.19 without node_modules: it is what brings node_modules.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './pinned-node.mjs';

const marker = join(root, 'node_modules', '.yiwang-lock');
const guard = join(root, '.install-lock');

const wanted = () =>
  createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');

/** Whether node_modules was made from the lock as it is now. */
export const isInstalled = () => existsSync(marker) && readFileSync(marker, 'utf8') === wanted();

/** Installs what the lock names when it is missing or stale; two at once wait for each other. */
export async function ensureInstalled(say = (line) => process.stdout.write(`${line}\n`)) {
  if (isInstalled()) return;
  await takeGuard(say);
  try {
    if (isInstalled()) return;
    say('installing what package-lock.json names …');
    const status = await runNpm(['ci', '--no-audit', '--no-fund', '--loglevel=error']);
    if (status !== 0) {
      throw new Error(
        'the installation failed: see the lines of npm above, check the network, and start again',
      );
    }
    writeFileSync(marker, wanted());
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
}

/** npm's pid joins ours in the guard: a killed start may leave an npm at work, and two of them would fight. */
function runNpm(args) {
  const npm = process.env.npm_execpath;
  const child = npm
    ? spawn(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
    : spawn('npm', args, { cwd: root, stdio: 'inherit' });
  if (child.pid !== undefined) writeFileSync(join(guard, 'pid'), `${process.pid} ${child.pid}`);
  const end = (signal) => child.kill(signal);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, end);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => {
      for (const signal of ['SIGINT', 'SIGTERM']) process.off(signal, end);
      resolve(code ?? 1);
    });
  });
}

async function takeGuard(say) {
  for (let told = false; ; ) {
    try {
      mkdirSync(guard);
      writeFileSync(join(guard, 'pid'), String(process.pid));
      return;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (holderIsGone()) {
      rmSync(guard, { recursive: true, force: true });
      continue;
    }
    if (!told) say('another start is installing here; waiting for it …');
    told = true;
    await sleep(500);
  }
}

function holderIsGone() {
  try {
    return readFileSync(join(guard, 'pid'), 'utf8').split(' ').every(isGone);
  } catch {
    return false; // no pid yet: it is just beginning
  }
}

function isGone(pid) {
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH'; // not permitted means that it lives
  }
}
