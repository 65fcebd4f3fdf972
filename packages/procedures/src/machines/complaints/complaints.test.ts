// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { due } from '@yiwang/law';
import fc from 'fast-check';
import {
  type Action,
  apply,
  type Entry,
  type Form,
  machineOf,
  openActions,
  openFile,
  readClocks,
  replay,
} from '../../index.ts';

const person = (role: string) => ({ id: role, roles: [role] });
const ROLES = ['intake_clerk', 'mediator', 'field_officer', 'authority_head', 'supervisor', 'case_reviewer'];
const actors = [null, ...ROLES.map(person)];
const head = { id: 'h', roles: ['authority_head', 'intake_clerk', 'field_officer', 'mediator'] };
const at = (day: string) => Date.parse(`${day}T02:00:00Z`);

function walk(
  id: string,
  receivedOn: string,
  steps: [string, string, Form?][],
  opening: Form = {},
): { timeline: Entry[]; state: string } {
  const machine = machineOf(id);
  const timeline = [openFile(machine, head, at(receivedOn), { receivedOn, ...opening })];
  for (const [action, day, form = {}] of steps) {
    const result = apply(machine, timeline, action, form, { actor: head, at: at(day) });
    if (!result.ok) assert.fail(`${action}: ${JSON.stringify(result.error.faults)} ${result.error.message}`);
    timeline.push(result.value.entry);
  }
  return { timeline, state: replay(machine, timeline).state };
}

const dueOf = (id: string, timeline: readonly Entry[], clock: string) => {
  const reading = readClocks(machineOf(id), timeline).find(({ rule }) => rule.id === clock);
  if (!reading) return undefined;
  return due({
    ...reading.rule.law!,
    from: reading.startedOn,
    events: reading.events,
    ...(reading.receivedOn ? { trigger: reading.receivedOn } : {}),
  }).due;
};

test('worked examples of law.md §9.1 come out of the machine', () => {
  const accept = (day: string) => dueOf('complaint', walk('complaint', day, []).timeline, 'accept');
  assert.equal(accept('2014-03-17'), '2014-03-26');
  assert.equal(accept('2020-01-19'), '2020-02-05');
  assert.equal(accept('2024-02-04'), '2024-02-19');
  assert.equal(accept('2026-04-16'), '2026-04-27');
  const mediate = (received: string, accepted: string) =>
    dueOf('complaint', walk('complaint', received, [['accept', accepted]]).timeline, 'mediate');
  assert.equal(mediate('2014-03-17', '2014-03-26'), '2014-05-26');
  assert.equal(mediate('2020-01-20', '2020-02-03'), '2020-04-07');
  assert.equal(mediate('2024-08-01', '2024-08-05'), '2024-10-08', 'the earlier of 45 wd and 60 d');
  assert.equal(mediate('2026-04-16', '2026-04-22'), '2026-06-22');
  // Received under O20, accepted under O121: the text of the receipt governs.
  const straddling = walk('complaint', '2026-04-10', [['accept', '2026-04-17']]).timeline;
  assert.equal(
    dueOf('complaint', straddling, 'mediate'),
    due({ procedure: 'complaint', clock: 'mediate', from: '2026-04-17', trigger: '2026-04-10' }).due,
  );
  const ended = walk('complaint', '2026-07-01', [
    ['accept', '2026-07-06'],
    ['terminate', '2026-09-28', { ground: 'T7', reason: '主体已注销' }],
  ]).timeline;
  assert.equal(dueOf('complaint', ended, 'termination-notice'), '2026-10-13');
});

test('reports: check, extension, and what a real-name reporter is told until 2026-04-14', () => {
  const filed = (day: string, steps: [string, string, Form?][], opening: Form = {}) =>
    walk('report', day, steps, { realName: true, ...opening }).timeline;
  assert.equal(dueOf('report', filed('2026-02-13', []), 'check'), '2026-03-12');
  assert.equal(
    dueOf('report', filed('2026-02-13', [['extend', '2026-03-10', { reason: '案情复杂' }]]), 'check'),
    '2026-04-02',
  );
  const decided = (day: string) =>
    filed('2026-04-01', [
      ['start-check', '2026-04-02'],
      ['decline-case', day, { reason: '没有违法事实' }],
    ]);
  assert.notEqual(dueOf('report', decided('2026-04-14'), 'told-decision'), null);
  assert.equal(dueOf('report', decided('2026-04-15'), 'told-decision'), null);
  const anonymous = walk('report', '2026-03-02', [
    ['start-check', '2026-03-03'],
    ['decline-case', '2026-03-04', { reason: '没有违法事实' }],
  ]).timeline;
  assert.equal(dueOf('report', anonymous, 'told-decision'), undefined);
  assert.notEqual(dueOf('report', filed('2026-05-06', [], { matter: 'ad' }), 'ad'), null);
});

test('whoever got a file may give it back and cannot pass it on', () => {
  for (const id of ['complaint', 'report']) {
    const { timeline } = walk(id, '2026-06-01', [
      ['forward', '2026-06-02', { office: '00000000-0000-7000-8000-000000000000' }],
    ]);
    const open = ROLES.flatMap((role) => openActions(machineOf(id), timeline, person(role)));
    assert.ok(!open.some((action) => action.id === 'forward'));
    assert.ok(open.some((action) => action.id === 'return-to-intake'));
  }
});

test('grounds are those of the day of receipt', () => {
  const grounds = (day: string) =>
    openActions(machineOf('complaint'), walk('complaint', day, []).timeline, head)
      .find((action) => action.id === 'refuse')
      ?.form[0]?.options?.map((option) => option.value);
  assert.deepEqual(grounds('2015-06-01'), ['earlier']);
  assert.deepEqual(grounds('2021-06-01'), ['G1', 'G2', 'G3', 'G4', 'G5', 'G7']);
  assert.deepEqual(grounds('2026-06-01'), ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7']);
});

function fill(action: Action, pick: number): Form {
  const form: Record<string, string | boolean> = {};
  for (const field of action.form) {
    if (!field.required && pick % 2 === 1) continue;
    if (field.options) form[field.name] = field.options[pick % field.options.length]!.value;
    else if (field.type === 'boolean') form[field.name] = pick % 3 === 0;
    else if (field.type === 'date') form[field.name] = '2026-06-15';
    else if (field.type === 'agency') form[field.name] = '00000000-0000-7000-8000-000000000001';
    else form[field.name] = `填写${pick}`;
  }
  return form;
}

/** What may never be reached again once left, and what a clock must show; written apart from the engine. */
const DECIDED: Record<string, readonly string[]> = {
  complaint: ['refused', 'withdrawn', 'agreed', 'terminated', 'closed', 'archived'],
  report: ['opened', 'declined', 'pointed', 'repeat', 'closed', 'archived'],
  inquiry: ['closed', 'archived'],
};
const REGIMES = ['2013-05-06', '2015-05-06', '2021-05-06', '2024-08-05', '2026-06-01'];

test('random walks over every filing under every regime: no way back from a decision, clocks agree', () => {
  let steps = 0;
  const ends = new Set<string>();
  const moves = fc.array(fc.tuple(fc.nat(40), fc.nat(actors.length - 1), fc.nat(60), fc.nat(4)), {
    minLength: 30,
    maxLength: 30,
  });
  fc.assert(
    fc.property(
      fc.constantFrom('complaint', 'report', 'inquiry'),
      fc.constantFrom(...REGIMES),
      fc.boolean(),
      moves,
      (id, day, realName, list) => {
        const machine = machineOf(id);
        let now = at(day);
        const timeline: Entry[] = [
          openFile(machine, null, now, { receivedOn: day, realName, matter: 'goods' }),
        ];
        let decided = false;
        for (const [pick, who, pause, kind] of list) {
          steps += 1;
          now += pause * 3_600_000;
          const actor = actors[who]!;
          const open = openActions(machine, timeline, actor);
          const pool = kind === 0 ? machine.actions : open;
          const action = pool[pick % Math.max(1, pool.length)];
          if (!action) continue;
          const result = apply(machine, timeline, action.id, fill(action, pick), { actor, at: now });
          assert.equal(
            result.ok,
            open.some((one) => one.id === action.id) && (kind !== 0 || result.ok),
            `${id} ${action.id}`,
          );
          if (!result.ok) continue;
          timeline.push(result.value.entry);
          const { state } = result.value.file;
          assert.deepEqual(
            replay(machine, JSON.parse(JSON.stringify(timeline)) as Entry[]),
            result.value.file,
          );
          if (decided) assert.ok(DECIDED[id]!.includes(state), `${id} went back to ${state}`);
          decided ||= DECIDED[id]!.includes(state);
          for (const reading of readClocks(machine, timeline)) {
            assert.ok(reading.startedOn >= day);
            const { due: end } = due({
              ...reading.rule.law!,
              from: reading.startedOn,
              events: reading.events,
              ...(reading.receivedOn ? { trigger: reading.receivedOn } : {}),
            });
            if (end !== null) assert.ok(end > reading.startedOn);
          }
          if (result.value.file.ended) ends.add(`${id}:${state}`);
        }
      },
    ),
    { numRuns: 170 },
  );
  assert.ok(steps >= 5000, `${steps} steps`);
  assert.ok(ends.size >= 4, [...ends].join(' '));
});
