// SPDX-License-Identifier: Apache-2.0
// Runs on any Node ≥ 20.19 without node_modules: it is what brings node_modules.
import { spawnSync } from 'node:child_process';
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
    const npm = process.env.npm_execpath;
    const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
    const done = npm
      ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', args, { cwd: root, stdio: 'inherit' });
    if (done.status !== 0) {
      throw new Error(
        'the installation failed: see the lines of npm above, check the network, and start again',
      );
    }
    writeFileSync(marker, wanted());
  } finally {
    rmSync(guard, { recursive: true, force: true });
  }
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
    process.kill(Number(readFileSync(join(guard, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    // No such process: a killed installation. No pid yet: it is just beginning. Not permitted: it lives.
    return error.code === 'ESRCH';
  }
}
