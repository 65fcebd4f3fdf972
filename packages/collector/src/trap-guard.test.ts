// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addressKind, createTrapGuard } from './trap-guard.ts';

const entry = (url: string) => ({ url, depth: 2, ground: 'link', from: null });
const claimed = (url: string) => ({ ...entry(url), key: url, host: 'a.example', priority: 2, attempts: 0 });

test('values of numbers and parameters do not make a kind, names do', () => {
  assert.equal(
    addressKind('http://a.example/item/14001?page=2'),
    addressKind('http://a.example/item/7?page=9'),
  );
  assert.notEqual(addressKind('http://a.example/c?sort=1'), addressKind('http://a.example/c'));
});

test('a facet without yield is closed after two visits, a yielding pagination never', () => {
  const guard = createTrapGuard();
  const sorted = (n: number) => `http://a.example/c?sort=${n}`;
  assert.equal(guard.admit([entry(sorted(1))])[0]?.priority, 22);
  guard.note(sorted(1), 0);
  assert.equal(guard.skip(claimed(sorted(2))), null);
  guard.note(sorted(2), 0);
  assert.match(guard.skip(claimed(sorted(3))) ?? '', /nothing new/);
  assert.deepEqual(guard.admit([entry(sorted(4)), entry('http://a.example/c?sort=1&color=2&size=3')]), []);
  for (let n = 1; n < 200; n++) guard.note(`http://a.example/list?page=${n}`, 5);
  assert.equal(guard.skip(claimed('http://a.example/list?page=200')), null);
});

test('a calendar without end is closed, goods are not', () => {
  const guard = createTrapGuard();
  for (let n = 0; n < 2; n++) guard.note(`http://a.example/calendar?month=${n}`, 0);
  assert.ok(guard.skip(claimed('http://a.example/calendar?month=9')));
  for (let n = 0; n < 500; n++) guard.note(`http://a.example/item/${n}`, 1);
  assert.equal(guard.skip(claimed('http://a.example/item/501')), null);
});
