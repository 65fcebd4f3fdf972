// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { App } from '../../../platform/app.ts';
import { paperStore } from '../../../platform/store/content-store.ts';
import { keepFiles } from './keep-attachments.ts';

test('what a filer hands in lies where the papers lie, so that a backup carries it', async (context) => {
  const data = mkdtempSync(join(tmpdir(), 'yw-kept-'));
  context.after(() => rmSync(data, { recursive: true, force: true }));
  const bytes = Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n');
  const [kept] = await keepFiles({ settings: { data } } as App, [{ name: '凭据.pdf', bytes }]);
  assert.equal(kept?.sha256, createHash('sha256').update(bytes).digest('hex'));
  assert.deepEqual(await paperStore(data).get(kept.sha256), bytes);
});
