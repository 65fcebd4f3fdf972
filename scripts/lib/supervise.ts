// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ChildOptions {
  name: string;
  /** Arguments for Node. */
  args: string[];
  env: Record<string, string | undefined>;
  /** Where its output goes. */
  logFile: string;
  /** Recognises that it is ready: its IPC message, or a line of its output. Returns what it says, else null. */
  ready: { message(value: unknown): string | null } | { line(text: string): string | null };
  onStart?(pid: number): void;
}

export interface Supervised {
  /** Resolves with what the first process said; rejects when it ended before. */
  ready: Promise<string>;
  stop(graceMs: number): Promise<void>;
}

/** Ended before it was ready: `output` are its last lines. */
export class ChildFailed extends Error {
  readonly output: string;
  readonly exitCode: number | null;
  constructor(name: string, exitCode: number | null, output: string) {
    super(`${name} ended (${exitCode ?? 'killed'}) before it was ready`);
    this.output = output;
    this.exitCode = exitCode;
  }
}

const STEADY_MS = 30_000;

/** Keeps one child running: after an end that nobody asked for, it is started again, at once first and slower later. */
export function supervise(options: ChildOptions): Supervised {
  let child: ChildProcess | null = null;
  let stopping = false;
  let pause = 100;
  let everReady = false;
  const first = Promise.withResolvers<string>();
  mkdirSync(dirname(options.logFile), { recursive: true });
  if (existsSync(options.logFile) && statSync(options.logFile).size > 20_000_000)
    truncateSync(options.logFile);

  const start = () => {
    if (stopping) return;
    const begun = Date.now();
    const offset = existsSync(options.logFile) ? statSync(options.logFile).size : 0;
    child = launch(options, (said) => {
      everReady = true;
      first.resolve(said);
    });
    if (child.pid !== undefined) options.onStart?.(child.pid);
    child.once('exit', (code) => {
      child = null;
      if (stopping) return;
      if (!everReady) {
        first.reject(new ChildFailed(options.name, code, tail(options.logFile, offset)));
        return;
      }
      pause = Date.now() - begun > STEADY_MS ? 100 : Math.min(5000, pause * 2);
      setTimeout(start, pause);
    });
  };
  start();

  return {
    ready: first.promise,
    async stop(graceMs) {
      stopping = true;
      const ending = child;
      if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => ending.once('exit', () => resolve()));
      ending.kill('SIGTERM');
      const soon = await Promise.race([ended.then(() => true), sleep(graceMs, false, { ref: false })]);
      if (!soon) ending.kill('SIGKILL');
      await ended;
    },
  };
}

function launch(options: ChildOptions, isReady: (said: string) => void): ChildProcess {
  const log = openSync(options.logFile, 'a', 0o600);
  const byLine = 'line' in options.ready;
  // Detached: Ctrl-C on the terminal reaches the supervisor alone, which ends its children in order.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...options.args], {
    env: options.env,
    stdio: ['ignore', byLine ? 'pipe' : log, log, 'ipc'],
    detached: true,
  });
  closeSync(log);
  child.on('error', () => undefined);
  const { ready } = options;
  if ('message' in ready)
    child.on('message', (message) => {
      const said = ready.message(message);
      if (said !== null) isReady(said);
    });
  else {
    let text = '';
    child.stdout!.setEncoding('utf8').on('data', (chunk: string) => {
      text = (text + chunk).slice(-10_000);
      for (const line of text.split('\n').slice(0, -1)) {
        const said = ready.line(line);
        if (said !== null) isReady(said);
      }
      text = text.slice(text.lastIndexOf('\n') + 1);
    });
  }
  return child;
}

function tail(file: string, offset: number): string {
  return readFileSync(file).subarray(offset).toString('utf8').trim().split('\n').slice(-12).join('\n');
}
