// SPDX-License-Identifier: Apache-2.0
// npm start, under the pinned Node: console, database, migration, market, service, worker, patrol; and their orderly end.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '@yiwang/kernel';
import {
  type AcquiredDatabase,
  acquireDatabase,
  type DemoAccount,
  loadDemonstration,
  makeApp,
  modules,
  offerSetup,
  prepareDatabase,
  readSettings,
  type Settings,
  takeDataFolder,
} from '../server/index.ts';
import { buildConsoleIfStale } from '../web/build.mjs';
import { startDemonstrationPatrol } from './lib/demonstration-patrol.ts';
import { root } from './lib/pinned-node.mjs';
import { ChildFailed, type Supervised, supervise } from './lib/supervise.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);
/** Everything has ended within five seconds of Ctrl-C; what the children leave of it is the database's. */
const STOP_MS = 4000;
const CHILD_GRACE_MS = 2500;

const HELP = `Usage: npm start [-- --no-demo] [--no-patrol] [--port N] [--data DIR]

Starts everything and patrols the sample marketplace. Settings: PORT, DATABASE_URL, YIWANG_DATA, MARKET_PORT, YIWANG_*.
--no-demo starts without demonstration accounts and marketplace; the first start then asks for an administrator.
--no-patrol starts all of it but lets the marketplace be.`;

class Start {
  readonly settings: Settings;
  readonly children: Supervised[] = [];
  database: AcquiredDatabase | null = null;
  stopping = false;

  constructor(settings: Settings) {
    this.settings = settings;
  }

  child(name: string, args: string[], more: Partial<Parameters<typeof supervise>[0]> = {}): Supervised {
    const one = supervise({
      name,
      args,
      env: this.environment({}),
      logFile: join(this.settings.data, 'logs', `${name}.log`),
      ready: { message: (value) => (value as { ready?: string }).ready ?? null },
      ...more,
    });
    this.children.push(one);
    return one;
  }

  environment(more: Record<string, string>): Record<string, string | undefined> {
    const { data, demo, port } = this.settings;
    return {
      ...process.env,
      YIWANG_DATA: data,
      YIWANG_DEMO: demo ? 'yes' : 'no',
      PORT: String(port),
      ...more,
    };
  }

  /** Starts the embedded database, and again whenever it ends without being told. */
  async startDatabase(onPid: (pid: number | undefined) => void): Promise<AcquiredDatabase> {
    const database = await acquireDatabase(this.settings, say);
    this.database = database;
    onPid(database.embedded?.pid);
    void database.embedded?.ended.then(async () => {
      for (let pause = 100; !this.stopping; pause = Math.min(5000, pause * 2)) {
        try {
          await this.startDatabase(onPid);
          return;
        } catch (error) {
          process.stderr.write(`yiwang: the database does not start again: ${(error as Error).message}\n`);
          await new Promise((resolve) => setTimeout(resolve, pause));
        }
      }
    });
    return database;
  }

  async stop(): Promise<void> {
    if (this.stopping) return;
    this.stopping = true;
    const begun = performance.now();
    await Promise.all(this.children.map((child) => child.stop(CHILD_GRACE_MS)));
    // Joined from an earlier start that was killed: nobody else will end it.
    await this.database?.embedded?.stop(Math.max(500, STOP_MS - 500 - (performance.now() - begun)));
  }
}

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
  const start = new Start(settings);
  const told = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  try {
    const up = bringUp(start, lock, values['no-patrol'] !== true);
    const first = await Promise.race([up.then(() => 'up' as const), told.then(() => 'told' as const)]);
    if (first === 'told') up.catch(() => undefined);
    await told;
    say('stopping');
    return 0;
  } catch (error) {
    return explain(error);
  } finally {
    await start.stop();
    lock.release();
  }
}

type Lock = Extract<ReturnType<typeof takeDataFolder>, { lock: unknown }>['lock'];

async function bringUp(start: Start, lock: Lock, patrols: boolean): Promise<void> {
  const { settings } = start;
  const building = buildConsoleIfStale({ log: say });
  building.catch(() => undefined); // awaited below; until then a failure is not "unhandled"
  const database = await start.startDatabase((pid) => lock.update({ pids: { database: pid } }));
  const prepared = await prepare(settings, database);
  const market = settings.demo ? await startMarket(start, lock) : null;
  await building;
  if (start.stopping) return;

  const allowed = [...settings.allowAddresses, ...(market === null ? [] : [new URL(market).host])].join(',');
  const env = start.environment(allowed === '' ? {} : { YIWANG_ALLOW_ADDRESSES: allowed });
  const cli = join(root, 'cli', 'src', 'main.ts');
  const service = start.child('service', [cli, 'serve', '--supervised'], {
    env,
    onStart: (pid) => lock.update({ pids: { service: pid } }),
  });
  const worker = start.child('worker', [cli, 'worker', '--supervised'], {
    env,
    onStart: (pid) => lock.update({ pids: { worker: pid } }),
  });
  const [address] = await Promise.all([service.ready, worker.ready]);
  env['PORT'] = new URL(address).port; // a service that is started again keeps its address
  lock.update({ address, market });
  say(`ready ${address}`);
  await introduce(address, patrols ? market : null, settings, prepared);
}

async function prepare(
  settings: Settings,
  database: AcquiredDatabase,
): Promise<{ accounts: readonly DemoAccount[]; token: string | null }> {
  const open = makeApp({ ...settings, logLevel: 'silent' }, database.urls, { name: 'start' });
  try {
    await prepareDatabase(open.app, database.urls, modules, say);
    const accounts = settings.demo ? await loadDemonstration(open.app) : [];
    return { accounts, token: settings.demo ? null : await offerSetup(open.app) };
  } finally {
    await open.close();
  }
}

/** The market keeps its port from start to start: its addresses are what venues and listings are known by. */
async function startMarket(start: Start, lock: Lock): Promise<string | null> {
  const script = join(root, 'market', 'src', 'main.ts');
  const memory = join(start.settings.data, 'market-port');
  const before = existsSync(memory) ? readFileSync(memory, 'utf8').trim() : '0';
  const ports =
    start.settings.marketPort > 0 ? [String(start.settings.marketPort)] : [...new Set([before, '0'])];
  for (const [index, port] of ports.entries()) {
    const market = start.child(
      'market',
      ['--import', join(root, 'scripts/lib/die-with-parent.mjs'), script],
      {
        env: { ...process.env, MARKET_PORT: port },
        ready: { line: (text) => /https?:\/\/[\w.:[\]-]+/.exec(text)?.[0] ?? null },
        onStart: (pid) => lock.update({ pids: { market: pid } }),
      },
    );
    try {
      const address = (await market.ready).replace(/\/$/, '');
      writeFileSync(memory, new URL(address).port);
      say(`market ${address}`);
      return address;
    } catch (error) {
      if (index === ports.length - 1) throw error;
    }
  }
  return null;
}

async function introduce(
  address: string,
  market: string | null,
  settings: Settings,
  prepared: { accounts: readonly DemoAccount[]; token: string | null },
): Promise<void> {
  if (prepared.token !== null) {
    say(`first administrator: ${address}/console/setup?token=${prepared.token}`);
    return;
  }
  const officer = prepared.accounts.find((account) => account.username === 'officer-county-a');
  const analyst = prepared.accounts.find((account) => account.username === 'monitor-analyst');
  if (officer === undefined || analyst === undefined) {
    say(`sign in: ${address}/console`);
    return;
  }
  say(`sign in: ${address}/console as ${officer.username} with ${officer.password}`);
  say(`all demonstration accounts: ${join(settings.data, 'demo-accounts.json')}`);
  if (market !== null) say(await startDemonstrationPatrol(address, market, analyst));
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
