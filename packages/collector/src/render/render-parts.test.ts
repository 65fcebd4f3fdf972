// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import type { Exchange } from '../exchange.ts';
import { chineseFonts } from './chinese-fonts.ts';
import { createRenderDecider, pageKind } from './decide-render.ts';
import { findBrowser } from './find-browser.ts';
import { createResourceCache } from './resource-cache.ts';
import { makeProxyCertificate } from './self-signed.ts';

const page = (listings: number, needsScript = false, textLength = 500) => ({
  listings,
  needsScript,
  textLength,
});

test('what to render is decided by comparing, and remembered by kind of page', () => {
  assert.equal(pageKind('http://a.example/item/14001?x=1'), pageKind('http://a.example/item/7'));
  const decider = createRenderDecider();
  const item = (n: number) => `http://a.example/item/${n}`;
  assert.equal(decider.shouldRender(item(1), page(0, true)), true);
  decider.note(item(1), page(0, true), page(1));
  assert.equal(decider.shouldRender(item(2), page(0)), true, 'it gained once, so the kind is rendered');
  assert.equal(decider.shouldRender('http://a.example/list/1', page(20)), false);
  for (let n = 0; n < 3; n++) {
    assert.equal(decider.shouldRender(`http://b.example/x/${n}`, page(0, true)), true);
    decider.note(`http://b.example/x/${n}`, page(0, true), page(0, true));
  }
  assert.equal(decider.shouldRender('http://b.example/x/9', page(0, true)), false, 'three times in vain');
  const probes = Array.from({ length: 5 }, (_, n) =>
    decider.shouldRender(`http://c.example/k${'abcde'[n]}`, page(0)),
  );
  assert.deepEqual(probes, [true, true, false, false, false]);
});

test('the resource cache keeps small successes within its bytes', () => {
  const exchange = (bytes: number, status = 200) =>
    ({ status, body: new Uint8Array(bytes), wireBody: new Uint8Array(0) }) as Exchange;
  const cache = createResourceCache(1000);
  cache.put('a', exchange(600));
  cache.put('b', exchange(600));
  cache.put('c', exchange(10, 404));
  assert.equal(cache.get('a'), undefined);
  assert.ok(cache.get('b'));
  assert.equal(cache.get('c'), undefined);
});

test('the throw-away certificate is a valid one of its key', () => {
  const { cert, spkiHash } = makeProxyCertificate(Date.parse('2026-03-01T00:00:00Z'), [[127, 0, 0, 1]]);
  const parsed = new X509Certificate(cert);
  assert.ok(parsed.verify(parsed.publicKey));
  assert.equal(parsed.checkIP('127.0.0.1'), '127.0.0.1');
  assert.equal(parsed.validToDate.toISOString(), '2026-03-31T00:00:00.000Z');
  assert.match(spkiHash, /^[A-Za-z0-9+/]{43}=$/);
});

test('Chinese fonts are carried where the system has none; a wrong CHROMIUM_PATH is said plainly', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'yiwang-fonts-'));
  const carried = await chineseFonts(folder, [join(folder, 'none')]);
  assert.equal(carried.source, 'carried');
  const file = carried.env['FONTCONFIG_FILE']!;
  assert.match(readFileSync(file, 'utf8'), /<dir>.*fonts-sc<\/dir>/);
  assert.ok(existsSync(join(file, '..', 'NotoSansSC_400Regular.ttf')));
  writeFileSync(join(folder, 'NotoSansCJK-Regular.ttc'), '');
  assert.equal((await chineseFonts(folder, [folder])).source, 'system');
  await assert.rejects(
    findBrowser({ chromiumPath: join(folder, 'nothing'), cacheDir: folder }),
    /CHROMIUM_PATH names/,
  );
  rmSync(folder, { recursive: true, force: true });
});
