// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));
const yiwang = (args: string[], input = '') => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
    input,
    encoding: 'utf8',
  });
  const lines = stdout.split('\n').filter((line) => line !== '');
  return {
    status,
    stderr,
    stdout,
    rows: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
  };
};
const ndjson = (...rows: unknown[]) =>
  rows.map((row) => (typeof row === 'string' ? row : JSON.stringify(row))).join('\n');

test('law due --batch answers in order, reports bad lines last and exits 2', () => {
  const run = yiwang(
    ['law', 'due', '--batch', '-'],
    ndjson(
      { procedure: 'complaint', clock: 'accept', from: '2026-04-16', events: null, unknown: 1 },
      'not json',
      { procedure: 'report', clock: 'told-decision', from: '2026-04-15' },
      { procedure: 'complaint', clock: 'nothing', from: '2026-04-15' },
      { procedure: 'complaint', clock: 'mediate', from: '2024-08-05' },
    ),
  );
  assert.equal(run.status, 2);
  const rows = run.rows();
  assert.deepEqual(
    rows.map((row) => [row['due'], row['raw'], row['line']]),
    [
      ['2026-04-27', '2026-04-27', undefined],
      [undefined, undefined, 2],
      [null, null, undefined],
      [undefined, undefined, 4],
      ['2024-10-08', '2024-10-04', undefined],
    ],
  );
  for (const member of [
    'due',
    'raw',
    'provisional',
    'clock',
    'length',
    'unit',
    'also',
    'basis',
    'derivation',
    'certainty',
  ])
    assert.ok(member in rows[0]!, member);
  assert.match(run.stderr, /2 of 5 lines/);
  assert.match(run.stderr, /line 4: .*complaint\.nothing/);
});

test('law due in words, both languages', () => {
  const run = yiwang([
    'law',
    'due',
    '--procedure',
    'case',
    '--clock',
    'decide',
    '--from',
    '2025-04-18',
    '--events',
    '[{"event":"extend"}]',
  ]);
  assert.equal(run.status, 0);
  assert.match(run.stdout, /due 2025-08-18/);
  assert.match(run.stdout, /行政处罚程序规定/);
  assert.match(run.stdout, /safe date is 2025-08-16/);
});

test('law count, forward, backward and in bulk', () => {
  assert.match(yiwang(['law', 'count', '2026-09-30', '7', 'wd']).stdout, /^2026-10-15/);
  assert.match(yiwang(['law', 'count', '2026-10-15', '-7', 'wd']).stdout, /^2026-09-30/);
  const [row] = yiwang(
    ['law', 'count', '--batch', '-'],
    ndjson({ from: '2025-11-30', amount: 3, unit: 'mo' }),
  ).rows();
  assert.deepEqual([row!['due'], row!['raw'], row!['provisional']], ['2026-02-28', '2026-02-28', false]);
  assert.equal(yiwang(['law', 'count', '2026-09-30', 'x', 'wd']).status, 2);
});

test('law workday takes days and objects', () => {
  const rows = yiwang(
    ['law', 'workday', '--batch', '-'],
    ndjson('2026-10-10', { date: '2026-10-01' }, '2027-05-01'),
  ).rows();
  assert.deepEqual(
    rows.map((row) => row['working']),
    [true, false, null],
  );
});

test('law jurisdiction reads one object over several lines as well as NDJSON', () => {
  const facts = {
    kind: 'complaint',
    date: '2026-05-06',
    role: 'in-platform',
    shown: null,
    operates: '南海',
    pfDomicile: '杨浦',
  };
  const [one] = yiwang(['law', 'jurisdiction', '-'], JSON.stringify(facts, null, 2)).rows();
  assert.deepEqual([one!['primary'], one!['not']], [['杨浦'], ['南海']]);
  const many = yiwang(['law', 'jurisdiction', '-'], ndjson(facts, { ...facts, kind: 'nothing' }));
  assert.equal(many.status, 2);
  assert.equal(many.rows().length, 2);
});

test('law show, and ids', () => {
  assert.match(yiwang(['law', 'show', 'SAMR121', '--on', '2026-05-01']).stdout, /inForce: true/);
  assert.equal(yiwang(['law', 'show', 'no such thing']).status, 2);
  const good = yiwang(['id', 'division', '330110', '--json']);
  assert.deepEqual([good.status, good.rows()[0]!['valid']], [0, true]);
  assert.equal(yiwang(['id', 'division', '330199']).status, 1);
  const rows = yiwang(['id', 'icp', '--batch', '-'], '浙ICP备12345678号-1\n某ICP备1号').rows();
  assert.deepEqual(
    rows.map((row) => row['valid']),
    [true, false],
  );
});
