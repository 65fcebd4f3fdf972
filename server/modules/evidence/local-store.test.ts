// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { localStore } from './local-store.ts';

const folder = mkdtempSync(join(tmpdir(), 'yw-store-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const store = localStore(folder);
const bytes = new TextEncoder().encode('仿真证据包');
const sha256 = createHash('sha256').update(bytes).digest('hex');

test('bytes lie under their digest and come back as they were', async () => {
  assert.equal(await store.get(sha256), null);
  assert.deepEqual(await store.put(bytes), { sha256, bytes: bytes.length });
  assert.deepEqual(new Uint8Array((await store.get(sha256))!), bytes);
  assert.equal(await store.has(sha256), true);
});

test('twenty writers of the same bytes leave one file and nothing aside', async () => {
  await Promise.all(Array.from({ length: 20 }, () => store.put(bytes)));
  const files = readdirSync(folder, { recursive: true }).filter((name) =>
    /\.(?:wacz|part)$/.test(String(name)),
  );
  assert.deepEqual(files, [join(sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}.wacz`)]);
});

test('a digest that is none never reaches the disk', async () => {
  await assert.rejects(store.get('../../etc/passwd'), { code: 'evidence_missing' });
});
