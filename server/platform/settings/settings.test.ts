// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { AppError } from '@yiwang/kernel';
import { describeSettings, readSettings, settingsTable } from './settings.ts';
import { settingsPage } from './settings-page.ts';

test('settings have defaults, are read from the environment, and options win', () => {
  const settings = readSettings({ PORT: '0', YIWANG_ALLOW_ADDRESSES: 'a.test:1, b.test' }, { port: 9 });
  assert.equal(settings.port, 9);
  assert.deepEqual(settings.allowAddresses, ['a.test:1', 'b.test']);
  assert.equal(settings.demo, false);
  assert.ok(settings.data.startsWith('/'));
});

test('every wrong value and every unknown variable of ours is named at once', () => {
  assert.throws(
    () =>
      readSettings({ PORT: '70000', YIWANG_DEMO: 'maybe', YIWANG_TYPO: '1', YIWANG_TEST_PG: 'x', HOME: '/' }),
    (error: AppError) => {
      assert.equal(error.code, 'settings_invalid');
      assert.deepEqual(
        error.faults.map((fault) => fault.field),
        ['PORT', 'YIWANG_DEMO', 'YIWANG_TYPO'],
      );
      return true;
    },
  );
});

test('secrets are not shown, and each setting has a meaning', () => {
  const rows = describeSettings(readSettings({ DATABASE_URL: 'postgresql://me:secret@db/x' }));
  assert.ok(!JSON.stringify(rows).includes('secret@'));
  assert.equal(rows.length, Object.keys(settingsTable).length);
  assert.ok(rows.every((row) => row.doc.length > 10));
});

test('docs/reference/settings.md is what the table says', () => {
  const file = fileURLToPath(new URL('../../../docs/reference/settings.md', import.meta.url));
  if (process.env['YIWANG_TEST_UPDATE'] === '1') writeFileSync(file, settingsPage());
  assert.equal(readFileSync(file, 'utf8'), settingsPage(), 'write it anew with YIWANG_TEST_UPDATE=1');
});
