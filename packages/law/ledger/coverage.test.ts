// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { clocks, documents, duties, instruments, venueRules, violations } from '../src/index.ts';
import { coverageDocument, coverageRows, referenceExists, rowsOfPage } from './coverage.ts';

const page = new URL('../../../docs/reference/law-coverage.md', import.meta.url);
const source = new URL('../../../../shared/domain/law.md', import.meta.url);

test('every row is in the data, or says why not', () => {
  assert.ok(coverageRows.length > 500);
  for (const one of coverageRows) {
    assert.ok(one.in.length > 0, one.row);
    for (const reference of one.in) assert.ok(referenceExists(reference), `${one.row}: ${reference}`);
  }
});

test('the page in docs says the same', () => {
  if (process.env['YIWANG_UPDATE'] === '1') writeFileSync(page, coverageDocument());
  assert.equal(readFileSync(page, 'utf8'), coverageDocument());
});

test('nothing is in the data that no row stands for', () => {
  const references = coverageRows.flatMap((one) => one.in);
  const covered = (kind: string, id: string) =>
    references.some((ref) => {
      const bare = ref.replace(/#.*$/, '');
      return (
        bare === `${kind}:${id}` || (bare.endsWith('.*') && `${kind}:${id}`.startsWith(bare.slice(0, -1)))
      );
    });
  for (const one of instruments) assert.ok(covered('instrument', one.tag), one.tag);
  for (const one of clocks) assert.ok(covered('clock', one.id), one.id);
  for (const one of duties) assert.ok(covered('duty', one.id), one.id);
  for (const one of violations) assert.ok(covered('violation', one.code), one.code);
  for (const one of venueRules) assert.ok(covered('venue', one.id), one.id);
  for (const one of documents) assert.ok(covered('document', one.id), one.id);
});

// The domain's page lies beside the checkout where the project is built, not in a plain clone.
if (existsSync(source))
  test("equal to the rows of the domain's law page", () => {
    const listed = coverageRows
      .map((one) => one.row)
      .filter((row) => row !== '6.8 Article map O20 → O121' && row !== '5 General rules');
    assert.deepEqual(listed, rowsOfPage(readFileSync(source, 'utf8')));
  });
