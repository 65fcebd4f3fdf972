// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  canonicalJson,
  isLocalDate,
  legalDay,
  parseIcp,
  parseResidentId,
  parseUscc,
  startOfLegalDay,
  usccCheckCharacter,
  uuidv7,
} from './index.ts';

test('a credit code with its check character is read, any changed character is a fault', () => {
  const first17 = '91330106MA2XXXXX0';
  const code = first17 + usccCheckCharacter(first17);
  const parts = parseUscc(code);
  assert.ok(parts.ok && parts.value.division === '330106' && parts.value.department === '9');
  fc.assert(
    fc.property(
      fc.integer({ min: 8, max: 16 }),
      fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY'),
      (at, ch) => {
        if (code[at] === ch) return;
        assert.equal(parseUscc(code.slice(0, at) + ch + code.slice(at + 1)).ok, false);
      },
    ),
  );
  assert.deepEqual(parseUscc('123'), { ok: false, error: 'length' });
  assert.deepEqual(parseUscc('91330106MA2IOSVZ0X'), { ok: false, error: 'character' });
});

test('a resident number: date and check digit', () => {
  assert.equal(parseResidentId('11010519491231002X').ok, true);
  assert.deepEqual(parseResidentId('110105194912310021'), { ok: false, error: 'check' });
  assert.deepEqual(parseResidentId('110105194902300021'), { ok: false, error: 'date' });
});

test('ICP filings and licences', () => {
  assert.deepEqual(parseIcp('浙ICP备 12345678号-2'), {
    ok: true,
    value: { code: '浙ICP备12345678号-2', kind: 'filing', province: '浙', number: '12345678', site: '2' },
  });
  const licence = parseIcp('浙B2-20990001');
  assert.ok(licence.ok && licence.value.kind === 'licence');
  assert.deepEqual(parseIcp('某ICP备12345678号'), { ok: false, error: 'province' });
  assert.deepEqual(parseIcp('ICP'), { ok: false, error: 'form' });
});

test('canonical JSON does not depend on the order of keys', () => {
  assert.equal(
    canonicalJson({ b: [1, { d: null, c: '中' }], a: undefined, A: 1e21 }),
    '{"A":1e+21,"b":[1,{"c":"中","d":null}]}',
  );
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
      const turned = Object.fromEntries(Object.entries(object).reverse());
      assert.equal(canonicalJson(object), canonicalJson(turned));
    }),
  );
});

test('legal days are those of Shanghai', () => {
  assert.equal(legalDay(Date.parse('2026-03-01T15:59:59Z')), '2026-03-01');
  assert.equal(legalDay(Date.parse('2026-03-01T16:00:00Z')), '2026-03-02');
  assert.equal(legalDay(startOfLegalDay('2026-03-02')), '2026-03-02');
  assert.equal(isLocalDate('2026-02-29'), false);
});

test('uuid v7 sorts by time', () => {
  assert.ok(uuidv7(1_000) < uuidv7(2_000));
  assert.match(
    uuidv7(Date.parse('2026-01-01')),
    /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
});
