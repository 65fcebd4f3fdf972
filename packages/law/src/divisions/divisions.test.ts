// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findDivision } from './divisions.ts';
import { commonSuperior, resolveDivision } from './resolve.ts';

test('a code says its place, today and then', () => {
  assert.deepEqual(
    findDivision('330110').path.map((one) => one.name),
    ['浙江省', '杭州市', '余杭区'],
  );
  const old = findDivision('330184', '2000-05-01');
  assert.deepEqual([old.status, old.name], ['in-use', '余杭市']);
  const gone = findDivision('330184', '2010-05-01');
  assert.deepEqual([gone.status, gone.successors], ['not-in-use', ['330110']]);
  assert.equal(findDivision('330184', '2001-05-01').status, 'unknown');
  assert.equal(findDivision('330110', '1999-05-01').status, 'not-in-use');
});

test('an unknown code is unknown, never the nearest', () => {
  const none = findDivision('330199');
  assert.deepEqual([none.status, none.name, none.path], ['unknown', null, []]);
});

test('names resolve only where they are one', () => {
  assert.equal(resolveDivision('余杭'), '330110');
  assert.equal(resolveDivision('浙江省杭州市余杭区'), '330110');
  assert.equal(resolveDivision('南京市鼓楼区'), '320106');
  assert.equal(resolveDivision('鼓楼区'), null);
  assert.equal(resolveDivision('某某区'), null);
});

test('the common superior', () => {
  assert.equal(commonSuperior('330110', '330108')?.name, '杭州市');
  assert.equal(commonSuperior('330110', '330782')?.name, '浙江省');
  assert.equal(commonSuperior('330110', '310110')?.name, '国家市场监督管理总局');
  assert.equal(commonSuperior('310105', '310110')?.name, '上海市');
  assert.equal(commonSuperior('330100', '330700')?.name, '浙江省');
});
