// SPDX-License-Identifier: Apache-2.0
import { after } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { createAuthenticator, type DemoAccount, loadDemonstration } from '../../modules/access/index.ts';
import { modules } from '../../modules.ts';
import { withSystem } from '../database/actor.ts';
import { mountAnswerPages } from '../http/answer-pages.ts';
import { mountConsole } from '../http/console.ts';
import { createServer } from '../http/create-server.ts';
import { mountPortal } from '../http/portal.ts';
import { type TestDatabase, testDatabase } from './test-database.ts';

export interface Answered {
  status: number;
  body: Record<string, unknown> & { items?: Record<string, unknown>[] };
  headers: Record<string, unknown>;
  bytes: Buffer;
}

/** Calls as one signed-in person (cookie and CSRF token are sent along), or as nobody. */
export interface TestClient {
  get(path: string): Promise<Answered>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Answered>;
  put(path: string, body?: unknown): Promise<Answered>;
  delete(path: string): Promise<Answered>;
}

export interface TestService extends TestDatabase {
  fastify: FastifyInstance;
  accounts: readonly DemoAccount[];
  nobody: TestClient;
  /** Signs in a demonstration account, e.g. `officer-county-a`, `administrator`. */
  as(username: string): Promise<TestClient>;
}

/** The whole service without a port, on a fresh database with the demonstration's offices and accounts. */
export async function testService(...options: Parameters<typeof testDatabase>): Promise<TestService> {
  const database = await testDatabase(...options);
  const { app } = database;
  for (const module of modules)
    if (module.loadReference !== undefined)
      await withSystem(app.db, `reference:${module.name}`, (tx) => module.loadReference!(tx, app));
  const accounts = await loadDemonstration(app);
  const fastify = await createServer(app, {
    modules,
    authenticate: createAuthenticator(app),
    mounts: [mountConsole, mountPortal, mountAnswerPages],
  });
  after(() => fastify.close());
  const nobody = client(fastify, {});
  return {
    ...database,
    fastify,
    accounts,
    nobody,
    async as(username) {
      const account = accounts.find((one) => one.username === username);
      if (account === undefined) throw new Error(`no demonstration account ${username}`);
      const answer = await nobody.post('/api/session', { username, password: account.password });
      if (answer.status !== 200) throw new Error(`sign-in of ${username}: ${JSON.stringify(answer.body)}`);
      const cookie = String(answer.headers['set-cookie']).split(';')[0]!;
      return client(fastify, { cookie, 'x-csrf-token': String(answer.body['csrfToken']) });
    },
  };
}

function client(fastify: FastifyInstance, base: Record<string, string>): TestClient {
  const call = async (
    method: 'GET' | 'POST' | 'PUT' | 'DELETE',
    url: string,
    payload?: unknown,
    more: Record<string, string> = {},
  ): Promise<Answered> => {
    const answer = await fastify.inject({
      method,
      url,
      headers: { ...base, ...more },
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
    const json = /json/.test(String(answer.headers['content-type'] ?? '')) && answer.body !== '';
    return {
      status: answer.statusCode,
      headers: answer.headers,
      body: json ? answer.json() : {},
      bytes: answer.rawPayload,
    };
  };
  return {
    get: (path) => call('GET', path),
    post: (path, body, headers) => call('POST', path, body, headers),
    put: (path, body) => call('PUT', path, body),
    delete: (path) => call('DELETE', path),
  };
}
