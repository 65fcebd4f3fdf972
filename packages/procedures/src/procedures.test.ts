// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readClocks } from './clocks.ts';
import {
  apply,
  checkForm,
  checkMachine,
  type Entry,
  MACHINES,
  machineOf,
  openActions,
  openFile,
} from './index.ts';
import { replay } from './replay.ts';

const officer = { id: 'o', roles: ['field_officer'] };
const head = { id: 'h', roles: ['authority_head'] };
const at = Date.parse('2026-11-23T02:00:00Z');
const lead = machineOf('lead');

function take(
  timeline: Entry[],
  action: string,
  form = {},
  actor: typeof officer | null = officer,
  when = at,
) {
  const result = apply(lead, timeline, action, form, { actor, at: when });
  if (!result.ok) throw result.error;
  timeline.push(result.value.entry);
  return result.value.file;
}

test('every declared machine is sound', () => {
  for (const machine of MACHINES) assert.deepEqual(checkMachine(machine), [], machine.id);
});

test('a machine with a hole is told so', () => {
  const faults = checkMachine({
    ...lead,
    actions: lead.actions.filter((a) => a.id !== 'conclude'),
    clocks: [{ ...lead.clocks[0]!, events: { prolong: 'extend' } }],
  });
  assert.ok(faults.includes('clock check: no action prolong'));
  assert.ok(faults.includes('state to-case cannot be reached'));
});

test('a lead goes from creation to the archive', () => {
  const timeline = [openFile(lead, officer, at)];
  assert.deepEqual(
    openActions(lead, timeline, officer).map((a) => a.id),
    ['grade', 'note'],
  );
  assert.equal(take(timeline, 'grade', { grade: 'serious' }).values['grade'], 'serious');
  take(timeline, 'verify');
  const file = take(timeline, 'conclude', { outcome: 'to-case', reason: '现场确认在售' });
  assert.equal(file.state, 'to-case');
  assert.equal(take(timeline, 'archive').ended, true);
  assert.deepEqual(openActions(lead, timeline, head), []);
  assert.deepEqual(replay(lead, timeline).values, { grade: 'serious', outcome: 'to-case' });
});

test('state, role and guard each close an action', () => {
  const timeline = [openFile(lead, officer, at)];
  const refused = (action: string, actor: typeof officer | null) => {
    const result = apply(lead, timeline, action, { reason: '理由' }, { actor, at });
    assert.equal(result.ok ? 'ok' : result.error.code, 'action_not_open', action);
  };
  refused('verify', officer);
  refused('extend', officer);
  refused('withdraw', officer);
  take(timeline, 'extend', { reason: '案情复杂' }, head);
  refused('extend', head);
  refused('withdraw', null);
});

test('the house takes a lead back only while nobody has acted', () => {
  const timeline = [openFile(lead, officer, at)];
  assert.equal(take(timeline, 'withdraw', {}, null).state, 'withdrawn');
  assert.equal(readClocks(lead, timeline)[0]?.metOn, '2026-11-23');
});

test('a faulty form names each field', () => {
  const { faults } = checkForm(lead.actions.find((a) => a.id === 'conclude')!.form, {
    outcome: 'jail',
    extra: 'x',
    reason: '  ',
  });
  assert.deepEqual(
    faults.map((f) => [f.field, f.reason]),
    [
      ['outcome', 'not one of the choices'],
      ['reason', 'required'],
      ['extra', 'not asked for'],
    ],
  );
});

test('the clock starts on the legal day of creation and keeps its extension', () => {
  const timeline = [openFile(lead, officer, Date.parse('2026-11-23T17:00:00Z'))];
  take(timeline, 'extend', { reason: '案情复杂' }, head, Date.parse('2026-12-01T02:00:00Z'));
  assert.deepEqual(
    readClocks(lead, timeline).map(({ startedOn, events, metOn }) => ({ startedOn, events, metOn })),
    [{ startedOn: '2026-11-24', events: [{ event: 'extend', date: '2026-12-01' }], metOn: null }],
  );
});
