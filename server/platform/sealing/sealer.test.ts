// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { readSealKeys, sealKeyFile } from './read-keys.ts';
import { createSealer } from './sealer.ts';

const key = (byte: number) => new Uint8Array(32).fill(byte);
const folder = mkdtempSync(join(tmpdir(), 'yw-seal-'));
after(() => rmSync(folder, { recursive: true, force: true }));

test('what was sealed opens in its own context and shows nothing of the text', () => {
  const sealer = createSealer([key(1)]);
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 4 }), fc.string(), (text, context) => {
      const sealed = sealer.seal(text, context);
      assert.equal(sealer.open(sealed, context), text.toWellFormed());
      assert.ok(!sealed.includes(Buffer.from(text)));
      assert.notDeepEqual(sealer.seal(text, context), sealed);
    }),
  );
});

test('a changed byte, another row or a cut value does not open', () => {
  const sealer = createSealer([key(1)]);
  const sealed = sealer.seal('示例举报人', 'filer.name:1');
  const broken = { code: 'seal_broken' };
  assert.throws(() => sealer.open(sealed, 'filer.name:2'), broken);
  for (const at of [0, 6, 20, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    assert.throws(() => sealer.open(changed, 'filer.name:1'), broken);
  }
  assert.throws(() => sealer.open(sealed.subarray(0, 20), 'filer.name:1'), broken);
});

test('a newer key seals, the older one still opens, and digests stay equal', () => {
  const before = createSealer([key(1)]);
  const after = createSealer([key(2), key(1)]);
  const sealed = before.seal('13800000000', 'phone');
  assert.equal(after.open(sealed, 'phone'), '13800000000');
  assert.deepEqual(after.digest('13800000000', 'phone'), before.digest('13800000000', 'phone'));
  assert.notDeepEqual(after.digest('13800000000', 'mail'), before.digest('13800000000', 'phone'));
  assert.throws(() => before.open(after.seal('x', 'phone'), 'phone'), { code: 'seal_key_missing' });
});

test('the first start makes the key file for its owner alone; a spoilt one is never replaced', () => {
  const settings = { data: folder, sealKeys: null };
  const made = readSealKeys(settings);
  assert.deepEqual(readSealKeys(settings), made);
  assert.equal(statSync(sealKeyFile(folder)).mode & 0o777, 0o600);
  writeFileSync(sealKeyFile(folder), 'spoilt');
  assert.throws(() => readSealKeys(settings), { code: 'seal_key_unreadable' });
  assert.equal(readSealKeys({ data: folder, sealKeys: Buffer.from(key(3)).toString('base64') }).length, 1);
});
