// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { readXlsx } from 'hucre/xlsx';
import papa from 'papaparse';
import { toCsv } from './write-csv.ts';
import { toXlsx } from './write-xlsx.ts';

const EVIL = ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1', ' =1', '＝1+1', '＠x', '\r=1'];

test('a text that a spreadsheet would run is defused in CSV, numbers are left alone', () => {
  for (const text of EVIL) {
    const [cell] = papa.parse<string[]>(toCsv([[text, -5]])).data[0] ?? [];
    assert.equal(cell, `'${text}`);
  }
  assert.equal(toCsv([[-5, 1.5, true, null, '甲,"乙"', '两\n行']]), '-5,1.5,true,,"甲,""乙""","两\n行"\r\n');
});

test('in a workbook a text stays a text, whatever it begins with', async () => {
  async function* rows() {
    for (const text of EVIL) yield [text, -5];
    yield ['\u0000坏\u0008字', null];
  }
  const bytes = await buffer(toXlsx('表/一', ['甲', '乙'], rows()));
  assert.ok(!bytes.includes('<f>'));
  const { sheets } = await readXlsx(bytes);
  const read = sheets[0]?.rows ?? [];
  assert.deepEqual(read[0], ['甲', '乙']);
  assert.equal(read[1]?.[0], '=1+1');
  assert.equal(read[1]?.[1], -5);
  assert.equal(read.at(-1)?.[0], '坏字');
});
