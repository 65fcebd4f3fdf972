// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import * as contracts from '@yiwang/contracts';
import { type Messages, messages } from './index.ts';

const web = fileURLToPath(new URL('..', import.meta.url));
type Rooms = Record<string, Record<string, string>>;
const keysOf = (of: Messages) =>
  Object.entries(of as Rooms).flatMap(([room, keys]) => Object.keys(keys).map((key) => `${room}.${key}`));

/** Rooms that are asked by a code of the API (`word(room, code)`): their keys never stand in the source. */
const CODES = new Set([
  'procedure',
  'agencyKind',
  'unitDuty',
  'fileWhose',
  'fileOpen',
  'documentState',
  'label',
  'role',
  'level',
  'severity',
  'hitState',
  'candidateState',
  'candidateReason',
  'candidateWhy',
  'venueClass',
  'planState',
  'planPhase',
  'changeKind',
  'patrolState',
  'patrolKind',
  'renderMode',
  'outcome',
  'liveness',
  'venueKind',
  'factSource',
  'leadSource',
  'leadDue',
  'clockState',
  'custody',
  'verdict',
  'claimState',
  'findState',
  'certainty',
  'textField',
  'fold',
  'factField',
  'auditAction',
  'condition',
  'lawShelf',
  'lawRole',
  'lawEvent',
  'claim',
  'filingMatter',
  'filingKind',
  'identityPurpose',
  'filingChannel',
  'sealLevel',
  'deskBucket',
  'indicatorGroup',
  'searchKind',
  'importState',
  'subjectKind',
  'service',
  'subjectStatus',
  'creditKind',
  'reminderKind',
]);

const source = globSync(['console/**/*.{ts,tsx}', 'portal/**/*.ts'], { cwd: web })
  .filter((file) => !file.endsWith('.test.ts'))
  .map((file) => readFileSync(`${web}/${file}`, 'utf8'))
  .join('\n');

test('both languages have the same keys and the same places for values', () => {
  assert.deepEqual(keysOf(messages.en), keysOf(messages['zh-CN']));
  const [zh, en] = [messages['zh-CN'] as Rooms, messages.en as Rooms];
  const places = (text: string) => [...new Set(text.match(/\{\{\w+\}\}/g) ?? [])].sort();
  for (const key of keysOf(messages.en)) {
    const [room = '', name = ''] = key.split(/\.(.*)/s);
    assert.deepEqual(places(en[room]?.[name] ?? ''), places(zh[room]?.[name] ?? ''), key);
    assert.ok((en[room]?.[name] ?? '').trim(), `${key} is empty`);
  }
});

test('English holds no Chinese, and neither language shouts', () => {
  for (const [room, keys] of Object.entries(messages.en as Rooms))
    for (const [key, text] of Object.entries(keys)) {
      assert.doesNotMatch(text, /\p{Script=Han}/u, `${room}.${key}`);
      assert.doesNotMatch(text, /!/, `${room}.${key}`);
    }
  for (const [room, keys] of Object.entries(messages['zh-CN'] as Rooms))
    for (const [key, text] of Object.entries(keys)) assert.doesNotMatch(text, /[!！]/, `${room}.${key}`);
});

test('every message is used, and every message that is used exists', () => {
  const all = new Set(keysOf(messages['zh-CN']));
  const used = new Set([...source.matchAll(/'(\w+\.[\w/-]+)'/g)].map((match) => match[1] ?? ''));
  // The portal reads its room as an object.
  for (const match of source.matchAll(/\b(?:text|portal|filing|selfCheck)\.(\w+)/g))
    for (const room of ['portal', 'law', 'filing', 'answer', 'selfCheck']) used.add(`${room}.${match[1]}`);
  // t(`law.${kind}`): whatever the room holds may be asked for.
  const open = new Set([...source.matchAll(/\bt\(`(\w+)\.\$\{/g)].map((match) => match[1] ?? ''));
  const unused = [...all].filter((key) => {
    const room = key.split('.')[0] ?? '';
    return !used.has(key) && !CODES.has(room) && !open.has(room);
  });
  assert.deepEqual(unused, []);
  const rooms = new Set(Object.keys(messages.en));
  const missing = [...source.matchAll(/\bt\(\s*'([^']+)'/g)]
    .map((m) => m[1] ?? '')
    .filter((key) => !all.has(key));
  assert.deepEqual(missing, []);
  for (const match of source.matchAll(/\bword\('(\w+)'/g)) {
    assert.ok(rooms.has(match[1] ?? ''), `word('${match[1]}')`);
    assert.ok(CODES.has(match[1] ?? ''), `${match[1]} is not listed as a room of codes`);
  }
});

test('every code of the contracts has its word', () => {
  const {
    role,
    level,
    severity,
    hitState,
    patrolState,
    patrolKind,
    renderMode,
    venueKind,
    leadSource,
    subjectKind,
    service,
    subjectStatus,
    creditKind,
  } = messages['zh-CN'];
  const pairs: [readonly string[], object][] = [
    [contracts.ROLES, role],
    [contracts.LEVELS, level],
    [contracts.SEVERITIES, severity],
    [contracts.HIT_STATES, hitState],
    [contracts.PATROL_STATES, patrolState],
    [contracts.PATROL_KINDS, patrolKind],
    [contracts.RENDER_MODES, renderMode],
    [contracts.VENUE_KINDS, venueKind],
    [contracts.LEAD_SOURCES, leadSource],
    [contracts.SUBJECT_KINDS, subjectKind],
    [contracts.SERVICES, service],
    [contracts.SUBJECT_STATUSES, subjectStatus],
    [contracts.CREDIT_KINDS, creditKind],
  ];
  for (const [codes, words] of pairs) assert.deepEqual(Object.keys(words).sort(), [...codes].sort());
});
