// SPDX-License-Identifier: Apache-2.0
// npm start, under the pinned Node: takes the data folder, brings everything up, and ends it in order.
import { parseArgs } from 'node:util';
import { AppError } from '@yiwang/kernel';
// Light files only: a second start must be refused at once, before the house itself is loaded.
import { takeDataFolder } from '../server/platform/process/data-lock.ts';
import { readSettings } from '../server/platform/settings/settings.ts';
import { ChildFailed } from './lib/supervise.ts';

const HELP = `Usage: npm start [-- --no-demo] [--no-patrol] [--port N] [--data DIR]

Starts everything and patrols the sample marketplace. Settings: PORT, DATABASE_URL, YIWANG_DATA, MARKET_PORT, YIWANG_*.
--no-demo starts without demonstration accounts and marketplace; the first start then asks for an administrator.
--no-patrol starts all of it but lets the marketplace be.`;

const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      demo: { type: 'boolean' },
      'no-demo': { type: 'boolean' },
      'no-patrol': { type: 'boolean' },
      port: { type: 'string' },
      data: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    say(HELP);
    return 0;
  }
  const settings = readSettings(
    { YIWANG_DEMO: 'yes', ...process.env, ...(values.port === undefined ? {} : { PORT: values.port }) },
    { data: values.data, ...(values['no-demo'] ? { demo: false } : {}) },
  );
  const taken = takeDataFolder(settings.data);
  if ('holder' in taken) {
    const { pid, address } = taken.holder;
    process.stderr.write(
      `yiwang: process ${pid} already serves from ${settings.data} at ${address ?? '(still starting)'}; stop it first, or set YIWANG_DATA to another folder.\n`,
    );
    return 2;
  }
  const { lock } = taken;
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  let end = async () => undefined as void;
  try {
    const { BringUp } = await import('./lib/bring-up.ts');
    const house = new BringUp(settings, lock, say);
    end = () => house.stop();
    const up = house.start(values['no-patrol'] !== true);
    const first = await Promise.race([up.then(() => 'up' as const), told.then(() => 'told' as const)]);
    if (first === 'told') up.catch(() => undefined);
    await told;
    say('stopping');
    return 0;
  } catch (error) {
    return explain(error);
  } finally {
    await end();
    lock.release();
  }
}

function explain(error: unknown): number {
  if (error instanceof ChildFailed) {
    process.stderr.write(`yiwang: ${error.message}:\n${error.output}\n`);
    return error.exitCode === 2 ? 2 : 1;
  }
  if (error instanceof AppError) {
    process.stderr.write(`yiwang: ${error.message}\n`);
    for (const fault of error.faults) process.stderr.write(`  ${fault.field ?? ''} ${fault.reason}\n`);
    return 2;
  }
  process.stderr.write(`yiwang: ${(error as Error).stack ?? String(error)}\n`);
  return 1;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => process.exit(explain(error)),
);
