// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface Account {
  username: string;
  password: string;
}

/** Everything that `npm start` starts, in real processes on a folder and ports of its own. */
export interface RunningHouse {
  data: string;
  address: string;
  market: string;
  accounts: Account[];
  /** What it printed so far. */
  output(): string;
  pidOf(role: Role): number;
  /** kill -9, then waits until the supervisor has started another one. Returns the new pid. */
  kill(role: Role): Promise<number>;
  /** Signs in; the returned function calls the API and tries again while a process is being replaced. */
  as(username: string): Promise<Api>;
  /** Ctrl-C. Returns the exit code and the milliseconds until it ended. */
  interrupt(): Promise<{ code: number | null; ms: number }>;
  /** Ends it if it runs and removes its folder. */
  stop(): Promise<void>;
}

export type Role = 'service' | 'worker' | 'database';
export type Api = (
  method: 'GET' | 'POST',
  path: string,
  body?: unknown,
  key?: string,
) => Promise<{ status: number; body: Record<string, unknown> & { items?: Record<string, unknown>[] } }>;

const root = fileURLToPath(new URL('../../', import.meta.url));

export async function startHouse(
  more: string[] = [],
  env: Record<string, string> = {},
): Promise<RunningHouse> {
  const data = mkdtempSync(join(tmpdir(), 'yw-house-'));
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/start.ts'), '--data', data, '--port', '0', ...more],
    {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, YIWANG_DATA: data, ...env },
    },
  );
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  for (const deadline = Date.now() + 180_000; !/^ready /m.test(output); await sleep(100)) {
    if (child.exitCode !== null) throw new Error(`the start ended with ${child.exitCode}:\n${output}`);
    if (Date.now() > deadline) throw new Error(`not ready:\n${output}`);
  }
  const run = () =>
    JSON.parse(readFileSync(join(data, 'run.json'), 'utf8')) as {
      address: string;
      market: string;
      pids: Record<Role, number>;
    };
  const { market } = run();
  const file = join(data, 'demo-accounts.json');
  const accounts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Account[]) : [];
  return {
    data,
    market,
    accounts,
    get address() {
      return run().address;
    },
    pidOf: (role) => run().pids[role],
    async kill(role) {
      const before = run().pids[role];
      process.kill(before, 'SIGKILL');
      for (const deadline = Date.now() + 60_000; ; await sleep(50)) {
        const now = run().pids[role];
        if (now !== before && now !== undefined) return now;
        if (Date.now() > deadline) throw new Error(`${role} did not come back:\n${output}`);
      }
    },
    as: (username) => signIn(() => run().address, accounts.find((one) => one.username === username)!),
    output: () => output,
    interrupt: () => interrupt(child),
    async stop() {
      await interrupt(child);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function interrupt(child: ChildProcess): Promise<{ code: number | null; ms: number }> {
  const begun = performance.now();
  if (child.exitCode === null && child.signalCode === null) {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGINT');
    await ended;
  }
  return { code: child.exitCode, ms: performance.now() - begun };
}

async function patiently(ask: () => Promise<Response>): Promise<Response> {
  for (const deadline = Date.now() + 60_000; ; await sleep(100)) {
    const answer = await ask().catch(() => null);
    if (answer !== null && answer.status < 500) return answer;
    if (Date.now() > deadline) throw new Error(`no answer within a minute: ${answer?.status}`);
  }
}

async function signIn(address: () => string, account: Account): Promise<Api> {
  const json = { 'content-type': 'application/json' };
  const answer = await patiently(() =>
    fetch(`${address()}/api/session`, { method: 'POST', headers: json, body: JSON.stringify(account) }),
  );
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`);
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!;
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return async (method, path, body, key) => {
    const got = await patiently(() =>
      fetch(address() + path, {
        method,
        headers: {
          cookie,
          'x-csrf-token': csrfToken,
          ...(body === undefined ? {} : json),
          ...(key === undefined ? {} : { 'idempotency-key': key }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    );
    const text = await got.text();
    return { status: got.status, body: text === '' ? {} : JSON.parse(text) };
  };
}
