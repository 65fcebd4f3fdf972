// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import {
  acquireDatabase,
  createAuthenticator,
  loadDemonstration,
  makeApp,
  modules,
  offerSetup,
  prepareDatabase,
  type Settings,
  serve,
  takeDataFolder,
} from '@yiwang/server';
import type { Command } from '../command.ts';
import { untilTold } from '../lib/server-session.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

export const command: Command = {
  summary: 'the service: HTTP, console, portal (and the embedded database, unless DATABASE_URL)',
  help: `
Usage: yiwang serve [--port N] [--data DIR] [--database-url URL] [--demo]

Starts the database unless DATABASE_URL or --database-url names one, migrates it, and serves until told to end.
Work in the background (patrols, deliveries) is done by "yiwang worker", any number of them on any machines.

  --port N           port to listen on (PORT, default 8080; 0 = a free one)
  --data DIR         folder of database, evidence and cache (YIWANG_DATA, default ./data)
  --database-url URL a PostgreSQL 15 or newer of your own (DATABASE_URL)
  --demo             demonstration offices and accounts, marked on every page (YIWANG_DEMO)

Prints "ready http://…". Exit 2: settings, port or data folder cannot be used.`,
  async run(args) {
    const { values } = parseArgs({
      args,
      // Given by "npm start", which has prepared the database and holds the folder.
      options: { ...serverOptions, supervised: { type: 'boolean' } },
    });
    const settings = settingsOf(values);
    return values.supervised ? serveSupervised(settings) : serveAlone(settings);
  },
};

async function serveSupervised(settings: Settings): Promise<number> {
  const database = await acquireDatabase(settings);
  const service = await serve(settings, database.urls, modules, createAuthenticator);
  process.send?.({ ready: service.address });
  await untilTold();
  await service.stop();
  return 0;
}

async function serveAlone(settings: Settings): Promise<number> {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const taken = takeDataFolder(settings.data);
  if ('holder' in taken) {
    const { pid, address } = taken.holder;
    process.stderr.write(
      `yiwang serve: process ${pid} serves from ${settings.data} at ${address ?? '(starting)'}\n`,
    );
    return 2;
  }
  const told = untilTold();
  try {
    const database = await acquireDatabase(settings, say);
    try {
      const open = makeApp(settings, database.urls, { name: 'start' });
      await prepareDatabase(open.app, database.urls, modules, say);
      if (settings.demo) await loadDemonstration(open.app);
      const token = settings.demo ? null : await offerSetup(open.app);
      await open.close();
      const service = await serve(settings, database.urls, modules, createAuthenticator);
      taken.lock.update({
        address: service.address,
        pids: { service: process.pid, database: database.embedded?.pid },
      });
      say(`ready ${service.address}`);
      if (token !== null) say(`first administrator: ${service.address}/console/setup?token=${token}`);
      await told;
      await service.stop();
    } finally {
      await database.release();
    }
  } finally {
    taken.lock.release();
  }
  return 0;
}
