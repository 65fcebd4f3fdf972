// SPDX-License-Identifier: Apache-2.0
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { createAuthenticator, loadDemonstration } from '../../server/modules/access/index.ts';
import { modules } from '../../server/modules.ts';
import type { App } from '../../server/platform/app.ts';
import { embeddedUrls } from '../../server/platform/database/acquire-database.ts';
import { withSystem } from '../../server/platform/database/actor.ts';
import { startEmbedded } from '../../server/platform/database/launcher/start-embedded.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { createServer } from '../../server/platform/http/create-server.ts';
import { makeApp } from '../../server/platform/process/make-app.ts';
import { readSettings } from '../../server/platform/settings/settings.ts';

export interface House {
  app: App;
  /** Address of the owner, for filling. */
  owner: string;
  folder: string;
  /** One GET as the officer of the demonstration's county. */
  get(path: string): Promise<{ status: number; body: string }>;
  stop(): Promise<void>;
}

/** The whole service on a database of its own (fsync on), without a port: calls go through every guard and schema. */
export async function openHouse(): Promise<House> {
  const folder = mkdtempSync(join(tmpdir(), 'yw-bench-'));
  const server = await startEmbedded({ folder });
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  await client.query('create database bench');
  await client.end();
  const urls = embeddedUrls(server.url, 'bench');
  await migrate(
    urls,
    modules.flatMap((module) => module.subscriptions ?? []),
  );
  const settings = {
    ...readSettings({}, { data: folder, logLevel: 'silent' }),
    requestsPerMinute: 1_000_000,
  };
  const { app, close } = makeApp(settings, urls, { name: 'bench', log: pino({ level: 'silent' }) });
  for (const module of modules)
    if (module.loadReference)
      await withSystem(app.db, `reference:${module.name}`, (tx) => module.loadReference!(tx, app));
  const accounts = await loadDemonstration(app);
  const fastify = await createServer(app, { modules, authenticate: createAuthenticator(app) });
  const account = accounts.find((one) => one.username === 'officer-county-a')!;
  const session = await fastify.inject({
    method: 'POST',
    url: '/api/session',
    payload: { username: account.username, password: account.password },
  });
  const cookie = String(session.headers['set-cookie']).split(';')[0]!;
  return {
    app,
    owner: urls.owner,
    folder,
    async get(path) {
      const answer = await fastify.inject({ method: 'GET', url: path, headers: { cookie } });
      return { status: answer.statusCode, body: answer.body };
    },
    async stop() {
      await fastify.close();
      await close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
