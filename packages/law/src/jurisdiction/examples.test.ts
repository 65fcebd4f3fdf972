// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { printDerivation } from '../derivation.ts';
import { jurisdiction } from './jurisdiction.ts';
import type { JurisdictionInput } from './model.ts';

interface Expected {
  primary?: string[];
  may?: string[];
  not?: string[];
  steps?: string[];
  basis?: string;
}

// §9.2 of the source.
const examples: [string, JurisdictionInput, Expected][] = [
  [
    '1',
    {
      kind: 'penalty',
      date: '2010-09-10',
      role: 'in-platform',
      pfDomicile: '余杭',
      operates: '苍南',
      domicile: '苍南',
    },
    { primary: ['余杭'], may: [], not: [], steps: ['hand-over'], basis: 'O49 36' },
  ],
  [
    '2',
    { kind: 'penalty', date: '2012-06-01', role: 'self-built', domicile: '南山', server: '北京' },
    { primary: ['南山'], not: ['北京'], basis: 'O49 36' },
  ],
  [
    '3',
    { kind: 'complaint', date: '2015-06-01', role: 'in-platform', operates: '丰泽', pfDomicile: '余杭' },
    { primary: ['丰泽', '余杭'], basis: 'O62 6' },
  ],
  [
    '4',
    { kind: 'penalty', date: '2016-10-10', role: 'in-platform', operates: '丰泽', pfDomicile: '余杭' },
    { primary: ['余杭'], basis: 'O60 41' },
  ],
  [
    '5',
    {
      kind: 'report',
      date: '2019-06-03',
      role: 'in-platform',
      operates: '丰泽',
      pfDomicile: '余杭',
      firstFinder: '余杭',
    },
    { primary: ['丰泽'], may: ['余杭'], basis: 'PROC18 9' },
  ],
  [
    '6',
    { kind: 'penalty', date: '2021-08-02', role: 'platform', domicile: '长宁', operates: '无锡' },
    { primary: ['长宁'], not: ['无锡'], basis: 'PROC 10(1)' },
  ],
  [
    '7',
    {
      kind: 'complaint',
      date: '2022-03-01',
      role: 'in-platform',
      domicile: '义乌',
      operates: '金东',
      pfDomicile: '滨江',
    },
    { primary: ['金东', '滨江'], not: ['义乌'], basis: 'O20 12(2)' },
  ],
  [
    '8',
    {
      kind: 'complaint',
      date: '2026-05-06',
      role: 'in-platform',
      shown: '白云',
      operates: '南海',
      pfDomicile: '杨浦',
    },
    { primary: ['白云', '杨浦'], not: ['南海'], basis: 'O121 13(2)' },
  ],
  [
    '9',
    { kind: 'complaint', date: '2026-05-06', role: 'in-platform', operates: '南海', pfDomicile: '杨浦' },
    { primary: ['杨浦'], not: ['南海'], basis: 'O121 13(2)' },
  ],
  [
    '10',
    {
      kind: 'complaint',
      date: '2026-06-01',
      role: 'in-platform',
      shown: '白云',
      contactable: false,
      pfDomicile: '杨浦',
    },
    { primary: ['杨浦'], not: ['白云'], steps: ['keep-contact-record'], basis: 'O121 13(2)' },
  ],
  [
    '11',
    {
      kind: 'report',
      date: '2026-06-01',
      role: 'in-platform',
      operates: '南海',
      pfDomicile: '杨浦',
      firstFinder: '杨浦',
    },
    { primary: ['南海'], may: ['杨浦'], basis: 'O121 31(2)' },
  ],
  [
    '12',
    {
      kind: 'report',
      date: '2026-07-01',
      role: 'in-platform',
      operates: '南海',
      pfDomicile: '杨浦',
      lodgedAt: '蜀山',
    },
    { primary: ['南海'], not: ['杨浦', '蜀山'], steps: ['tell-reporter'], basis: 'O121 31(2)' },
  ],
  [
    '13',
    {
      kind: 'penalty',
      date: '2023-10-09',
      role: 'advertiser',
      matter: 'ad',
      domicile: '武侯',
      publisher: '海淀',
      firstFinder: '武侯',
    },
    { primary: ['海淀'], may: ['武侯'], basis: 'IAD 20' },
  ],
  [
    '14',
    {
      kind: 'penalty',
      date: '2024-03-01',
      role: 'advertiser',
      matter: 'ad',
      domicile: '武侯',
      selfPublished: true,
    },
    { primary: ['武侯'], may: [], basis: 'IAD 20' },
  ],
  [
    '16',
    { kind: 'penalty', date: '2026-03-02', role: 'live-room', operates: '义乌', pfDomicile: '滨江' },
    { primary: ['义乌'], may: [], basis: 'O117 47(2)' },
  ],
];

for (const [no, input, expected] of examples)
  test(`worked example ${no}`, () => {
    const answer = jurisdiction(input);
    if (expected.primary) assert.deepEqual(answer.primary, expected.primary);
    if (expected.may) assert.deepEqual(answer.may, expected.may);
    if (expected.not) assert.deepEqual([...answer.not].sort(), [...expected.not].sort());
    for (const step of expected.steps ?? [])
      assert.ok(
        answer.steps.some((one) => one.step === step),
        step,
      );
    assert.equal(`${answer.basis[0]?.instrument} ${answer.basis[0]?.article}`, expected.basis);
    for (const lang of ['zh', 'en'] as const)
      for (const line of printDerivation(answer, lang)) assert.doesNotMatch(line, /undefined|venue\./);
  });

test('worked example 15: a dispute between counties of two provinces', () => {
  const { steps } = jurisdiction({
    kind: 'penalty',
    date: '2025-03-03',
    role: 'in-platform',
    operates: '331082',
    pfDomicile: '310110',
    firstFinder: '310110',
    dispute: true,
    parties: ['331082', '310110'],
  });
  assert.equal(steps.find((one) => one.step === 'agree')?.by, '2025-03-12');
  assert.equal(steps.find((one) => one.step === 'ask-superior')?.office, '国家市场监督管理总局');
  assert.ok(steps.some((one) => one.step === 'superior-answers'));
  assert.ok(steps.some((one) => one.step === 'no-second-transfer'));
});

test('worked example 17: a unit without power returns the item to intake', () => {
  const { steps } = jurisdiction({
    kind: 'report',
    date: '2026-06-01',
    role: 'in-platform',
    operates: '南海',
    lodgedAt: '南海',
    unit: true,
  });
  assert.deepEqual(
    steps.map((one) => [one.step, one.instrument, one.article]),
    [['return-to-intake', 'O121', '41']],
  );
});

test('several competent: the first to receive a complaint, the first to open a case', () => {
  const complaint = jurisdiction({
    kind: 'complaint',
    date: '2022-03-01',
    role: 'in-platform',
    operates: '金东',
    pfDomicile: '滨江',
    received: { 滨江: '2022-03-01', 金东: '2022-03-02' },
  });
  assert.deepEqual([complaint.primary, complaint.yields], [['滨江'], ['金东']]);
  const penalty = jurisdiction({
    kind: 'penalty',
    date: '2022-03-01',
    role: 'in-platform',
    operates: '金东',
    pfDomicile: '滨江',
    firstFinder: '滨江',
    openedBy: '滨江',
  });
  assert.deepEqual([penalty.primary, penalty.yields], [['滨江'], ['金东']]);
});

test('an office that opened without power does not win', () => {
  const answer = jurisdiction({
    kind: 'penalty',
    date: '2022-03-01',
    role: 'platform',
    domicile: '滨江',
    openedBy: '义乌',
  });
  assert.deepEqual([answer.primary, answer.not], [['滨江'], ['义乌']]);
});

test('live rooms that cannot be found', () => {
  const room = { kind: 'penalty', date: '2026-03-02', role: 'live-room', pfDomicile: '滨江' } as const;
  assert.deepEqual(jurisdiction({ ...room, domicile: '义乌', registered: true }).primary, ['义乌']);
  assert.deepEqual(jurisdiction({ ...room, registered: false }).primary, ['滨江']);
});

test('cosmetics platforms go to the provincial drug authority', () => {
  assert.deepEqual(
    jurisdiction({
      kind: 'penalty',
      date: '2024-01-02',
      role: 'platform',
      matter: 'cosmetics',
      domicile: '330108',
    }).primary,
    ['浙江省药品监督管理部门'],
  );
});

test('unreadable inputs are refused', () => {
  assert.throws(() => jurisdiction({ kind: 'penalty', date: '2024-01-02', role: 'nobody' }), {
    code: 'law.jurisdiction',
  });
  assert.throws(() => jurisdiction({ kind: 'penalty', date: 'today', role: 'platform' }), {
    code: 'law.date',
  });
});
