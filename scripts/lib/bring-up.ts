// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type AcquiredDatabase,
  acquireDatabase,
  type DataLock,
  type DemoAccount,
  loadDemonstration,
  makeApp,
  modules,
  offerSetup,
  prepareDatabase,
  type Settings,
} from '../../server/index.ts';
import { buildConsoleIfStale } from '../../web/build.mjs';
import { startDemonstrationPatrol } from './demonstration-patrol.ts';
import { root } from './pinned-node.mjs';
import { type Supervised, supervise } from './supervise.ts';

/** Everything has ended within five seconds of Ctrl-C; what the children leave of it is the database's. */
const STOP_MS = 3500;
const CHILD_GRACE_MS = 2000;

/** Everything that `npm start` runs: started in order, kept running, ended in order. */
export class BringUp {
  readonly settings: Settings;
  readonly lock: DataLock;
  readonly say: (line: string) => void;
  readonly children: Supervised[] = [];
  /** The database, or its start under way: an end in that moment has to wait for it. */
  acquiring: Promise<AcquiredDatabase> | null = null;
  stopping = false;

  constructor(settings: Settings, lock: DataLock, say: (line: string) => void) {
    this.settings = settings;
    this.lock = lock;
    this.say = say;
  }

  child(name: string, args: string[], more: Partial<Parameters<typeof supervise>[0]> = {}): Supervised {
    if (this.stopping) throw new Error('the end was asked for while starting');
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
    this.acquiring = acquireDatabase(this.settings, this.say);
    const database = await this.acquiring;
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
    const database = await this.acquiring?.catch(() => null);
    await database?.embedded?.stop(Math.max(500, STOP_MS - 500 - (performance.now() - begun)));
  }

  async start(patrols: boolean): Promise<void> {
    const { settings, lock, say } = this;
    const building = buildConsoleIfStale({ log: say });
    building.catch(() => undefined); // awaited below; until then a failure is not "unhandled"
    const database = await this.startDatabase((pid) => lock.update({ pids: { database: pid } }));
    const prepared = await prepare(settings, database, say);
    const market = settings.demo ? await startMarket(this) : null;
    await building;
    if (this.stopping) return;

    const allowed = [...settings.allowAddresses, ...(market === null ? [] : [new URL(market).host])].join(
      ',',
    );
    const env = this.environment(allowed === '' ? {} : { YIWANG_ALLOW_ADDRESSES: allowed });
    const cli = join(root, 'cli', 'src', 'main.ts');
    const service = this.child('service', [cli, 'serve', '--supervised'], {
      env,
      onStart: (pid) => lock.update({ pids: { service: pid } }),
    });
    const worker = this.child('worker', [cli, 'worker', '--supervised'], {
      env,
      onStart: (pid) => lock.update({ pids: { worker: pid } }),
    });
    const [address] = await Promise.all([service.ready, worker.ready]);
    env['PORT'] = new URL(address).port; // a service that is started again keeps its address
    lock.update({ address, market });
    say(`ready ${address}`);
    await introduce(address, patrols ? market : null, this, prepared);
  }
}

async function prepare(
  settings: Settings,
  database: AcquiredDatabase,
  say: (line: string) => void,
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
async function startMarket(house: BringUp): Promise<string | null> {
  const script = join(root, 'market', 'src', 'main.ts');
  const memory = join(house.settings.data, 'market-port');
  const before = existsSync(memory) ? readFileSync(memory, 'utf8').trim() : '0';
  const ports =
    house.settings.marketPort > 0 ? [String(house.settings.marketPort)] : [...new Set([before, '0'])];
  for (const [index, port] of ports.entries()) {
    const env: Record<string, string | undefined> = { ...process.env, MARKET_PORT: port };
    const market = house.child(
      'market',
      ['--import', join(root, 'scripts/lib/die-with-parent.mjs'), script],
      {
        env,
        ready: { line: (text) => /https?:\/\/[\w.:[\]-]+/.exec(text)?.[0] ?? null },
        onStart: (pid) => house.lock.update({ pids: { market: pid } }),
      },
    );
    try {
      const address = (await market.ready).replace(/\/$/, '');
      // A market that dies comes back where it was: patrols at work and venues know it by this port.
      env['MARKET_PORT'] = new URL(address).port;
      writeFileSync(memory, new URL(address).port);
      house.say(`market ${address}`);
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
  { settings, say }: BringUp,
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
  if (market === null) return;
  const patrol = startDemonstrationPatrol(address, market, analyst);
  say(await patrol.catch((error: Error) => `the demonstration patrol could not start: ${error.message}`));
}
