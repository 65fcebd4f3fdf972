// SPDX-License-Identifier: Apache-2.0
// Every call that openapi.json describes, as every role and as nobody: only what the contract allows answers.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, ROUTES, type Role, type RouteContract } from '@yiwang/contracts';
import { testService } from '../../server/platform/testing/test-service.ts';

// Every call as every role comes from one address within a minute.
const t = await testService({ settings: { requestsPerMinute: 1_000_000 } });
const document = (await t.nobody.get('/api/openapi.json')).body as unknown as {
  openapi: string;
  paths: Record<string, Record<string, { operationId: string }>>;
};
const described = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    path,
    method: method.toUpperCase(),
    id: operation.operationId,
  })),
);
const contracts = new Map(ROUTES.map((route) => [route.id, route]));

test('openapi.json is OpenAPI 3.1 and describes contracts only', () => {
  assert.match(document.openapi, /^3\.1\./);
  assert.ok(described.length > 10, `only ${described.length} calls described`);
  for (const { id, path, method } of described) {
    const contract = contracts.get(id);
    assert.ok(contract, `${method} ${path} comes from no contract`);
    assert.equal(`${contract.method} ${contract.path}`, `${method} ${path}`);
  }
});

const sample = (path: string) =>
  path.replace('{id}', '00000000-0000-7000-8000-000000000000').replace(/\{\w+\}/g, 'x');
const allowed = (contract: RouteContract, roles: readonly Role[]) =>
  contract.access === 'public' ||
  contract.access === 'signed-in' ||
  contract.access.some((role) => roles.includes(role));

/** Ends the session or is limited by address: walked last, or on its own in the sign-in tests. */
const ENDS_SESSION = new Set(['signOut']);

async function walk(who: string, roles: readonly Role[], client: typeof t.nobody): Promise<void> {
  for (const { id, path, method } of described) {
    if (ENDS_SESSION.has(id)) continue;
    const contract = contracts.get(id)!;
    const answer = await call(client, method, sample(path));
    const told = `${who}: ${method} ${path} answered ${answer.status} ${String(answer.body['code'] ?? '')}`;
    if (who === 'nobody' && contract.access !== 'public') assert.equal(answer.status, 401, told);
    else if (who !== 'nobody' && !allowed(contract, roles)) assert.equal(answer.status, 403, told);
    else {
      assert.notEqual(answer.body['code'], 'not_allowed', told);
      assert.notEqual(answer.body['code'], 'not_signed_in', told);
      assert.ok(answer.status < 500, told);
    }
  }
}

const call = (client: typeof t.nobody, method: string, path: string) =>
  method === 'GET'
    ? client.get(path)
    : method === 'POST'
      ? client.post(path, {})
      : method === 'PUT'
        ? client.put(path, {})
        : client.delete(path);

test('nobody gets public calls only', () => walk('nobody', [], t.nobody));

for (const role of ROLES)
  test(`as ${role}: only what the contracts allow`, async () => {
    const account = t.accounts.find((one) => one.roles.length === 1 && one.roles[0] === role);
    assert.ok(account, `no demonstration account with the single role ${role}`);
    await walk(account.username, account.roles, await t.as(account.username));
  });

test('a path that no contract describes answers 404 to everybody', async () => {
  for (const client of [t.nobody, await t.as('administrator')])
    assert.equal((await client.get('/api/nothing-here')).status, 404);
});
