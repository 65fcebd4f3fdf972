// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../../scripts/lib/pinned-node.mjs';

/** Goods as the shop's own database tells them. */
export interface TrueGoods {
  code: string;
  /** Where they live, from the shop's root. */
  path: string;
  name: string;
  price: number;
  inStock: boolean;
}

/** A running shop that is not ours. */
export interface ForeignShop {
  url: string;
  currency: string;
  goods: TrueGoods[];
  stop(): Promise<void>;
}

export const folderOf = (name: string): string => join(root, 'tests', 'foreign', name);

/** Installs a shop program from its lock, without running anybody's install scripts. */
export function ensureShop(name: string, witness: string): void {
  const cwd = folderOf(name);
  if (existsSync(join(cwd, 'node_modules', witness, 'package.json'))) return;
  const done = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd,
    stdio: 'inherit',
  });
  if (done.status !== 0) throw new Error(`npm ci in tests/foreign/${name} failed`);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts a program in a process group of its own, so that its children end with it. */
export function startProgram(
  args: string[],
  options: { cwd: string; env?: Record<string, string> },
): { child: ChildProcess; lines: string[]; stop(): Promise<void> } {
  const child = spawn(process.execPath, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const lines: string[] = [];
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (part: Buffer) => lines.push(...part.toString().split('\n').filter(Boolean)));
  return {
    child,
    lines,
    async stop() {
      if (child.exitCode !== null || child.pid === undefined) return;
      const ended = new Promise((resolve) => child.once('exit', resolve));
      process.kill(-child.pid, 'SIGTERM');
      await Promise.race([ended, sleep(5000)]);
      if (child.exitCode === null && child.signalCode === null) process.kill(-child.pid, 'SIGKILL');
    },
  };
}

/** Waits until the shop answers its front page. */
export async function untilServing(url: string, lines: string[], seconds = 120): Promise<void> {
  for (let i = 0; i < seconds * 2; i++) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.ok) return;
    await sleep(500);
  }
  throw new Error(`${url} does not answer:\n${lines.slice(-20).join('\n')}`);
}
