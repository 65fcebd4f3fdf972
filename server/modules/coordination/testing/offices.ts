// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import type { TestClient, TestService } from '../../../platform/testing/test-service.ts';
import { officeId } from './open-lead.ts';

const PATHS = {
  nation: '000000',
  province: '000000.900000',
  city: '000000.900000.900100',
  'county-a': '000000.900000.900100.900121',
  'county-b': '000000.900000.900100.900122',
  station: '000000.900000.900100.900121.900121001',
};
export type Office = keyof typeof PATHS;

/** A file as somebody sees it. */
export interface Seen {
  status: number;
  code: unknown;
  state: string;
  version: number;
  actions: string[];
  body: Record<string, unknown>;
}

/** Steps on leads and files by demonstration accounts, each taken by a person who has just looked. */
export async function officesOf(t: TestService) {
  const ids = Object.fromEntries(
    await Promise.all(Object.entries(PATHS).map(async ([key, path]) => [key, await officeId(t, path)])),
  ) as Record<Office, string>;
  const clients = new Map<string, { client: TestClient; at: number }>();
  /** Sessions end while the clock of the test jumps on: then a person signs in again. */
  async function as(username: string): Promise<TestClient> {
    const now = t.clock.now();
    const known = clients.get(username);
    if (known && now - known.at < 3_600_000) return known.client;
    const client = await t.as(username);
    clients.set(username, { client, at: now });
    return client;
  }

  async function look(who: string, path: string): Promise<Seen> {
    return seen(await (await as(who)).get(path));
  }
  function seen({ status, body }: { status: number; body: Record<string, unknown> }): Seen {
    const head = (body['lead'] ?? body['file'] ?? {}) as Record<string, unknown>;
    return {
      status,
      code: body['code'],
      state: String(head['state']),
      version: Number(head['version']),
      actions: ((body['actions'] ?? []) as { id: string }[]).map((one) => one.id),
      body,
    };
  }

  /** Takes a step as somebody who has just looked. */
  async function step(who: string, path: string, action: string, form: object = {}): Promise<Seen> {
    t.clock.advance(60_000);
    const before = await look(who, path);
    const after = seen(
      await (await as(who)).post(`${path}/actions/${action}`, { version: before.version, form }),
    );
    assert.equal(after.status, 200, `${who} ${action}: ${JSON.stringify(after.body).slice(0, 600)}`);
    return after;
  }
  const refusedCode = async (who: string, path: string, action: string, form: object = {}) => {
    const before = await look(who, path);
    return (await (await as(who)).post(`${path}/actions/${action}`, { version: before.version || 1, form }))
      .body['code'];
  };

  async function openedFile(who: string, leadPath: string, procedure: string): Promise<string> {
    const { body } = await look(who, leadPath);
    const task = (body['tasks'] as Record<string, unknown>[]).findLast(
      (one) => one['procedure'] === procedure,
    );
    assert.ok(task, `no ${procedure} in ${JSON.stringify(body['tasks'])}`);
    return `/api/files/${String(task['id'])}`;
  }

  return { ids, as, look, step, refusedCode, openedFile };
}
