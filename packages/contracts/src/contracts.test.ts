// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERRORS, ROUTES } from './index.ts';

test('every route has an id, a path and a declared access of its own', () => {
  assert.ok(ROUTES.length > 25);
  const ids = new Set(ROUTES.map((route) => route.id));
  const addresses = new Set(ROUTES.map((route) => `${route.method} ${route.path}`));
  assert.equal(ids.size, ROUTES.length);
  assert.equal(addresses.size, ROUTES.length);
  for (const route of ROUTES) {
    assert.ok(route.access === 'public' || route.access === 'signed-in' || route.access.length > 0, route.id);
    const named = [...route.path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
    const declared = Object.keys((route.params as { properties?: object } | undefined)?.properties ?? {});
    assert.deepEqual(named.sort(), declared.sort(), route.id);
    for (const code of route.errors ?? []) assert.ok(code in ERRORS, `${route.id}: ${code}`);
  }
});

test('every error says in both languages what happened and what to do', () => {
  for (const [code, row] of Object.entries(ERRORS)) {
    assert.ok(row.zh.length > 4 && row.en.length > 10, code);
    assert.ok(row.status >= 400, code);
  }
});
