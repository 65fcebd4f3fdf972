// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { apply, checkMachine, type Entry, type Machine, openActions, openFile, readClocks } from './index.ts';

const both = (text: string) => ({ zh: text, en: text });
const title = both('示例');
const officer = { id: 'o', roles: ['mediator'] };
const machine: Machine = {
  id: 'sample',
  version: 1,
  title,
  sign: '示例',
  opening: {
    action: 'open',
    title,
    state: 'running',
    dayField: 'receivedOn',
    form: [
      { name: 'receivedOn', title, type: 'date', required: false },
      { name: 'matter', title, type: 'text', required: false, kept: true },
    ],
  },
  states: { running: { title }, paused: { title }, done: { title, end: true } },
  actions: [
    { id: 'test', title, roles: ['mediator'], from: ['running'], to: 'paused', form: [] },
    { id: 'tested', title, roles: ['mediator'], from: ['paused'], to: 'running', form: [] },
    {
      id: 'end',
      title,
      roles: ['mediator'],
      from: ['running'],
      to: 'done',
      inForce: { from: '2020-01-01' },
      guards: [{ guard: 'taken', action: 'test' }],
      form: [
        {
          name: 'ground',
          title,
          type: 'choice',
          required: true,
          options: [
            { value: 'T1', title },
            { value: 'T7', title, inForce: { from: '2026-04-15' } },
          ],
        },
      ],
    },
    {
      id: 'ad-only',
      title,
      roles: ['mediator'],
      from: ['running'],
      to: null,
      form: [],
      guards: [{ guard: 'value', field: 'matter', is: ['ad'] }],
    },
  ],
  clocks: [
    {
      id: 'mediate',
      title,
      law: { procedure: 'complaint', clock: 'mediate' },
      starts: ['open', 'test'],
      dayField: 'receivedOn',
      meets: ['done'],
      metBy: ['ad-only'],
      byReceipt: true,
      when: { field: 'matter', is: ['ad', null] },
      events: { test: 'pause:test' },
      ends: { tested: 'pause:test' },
    },
  ],
};
// 10:00 in Shanghai
const at = (day: string) => Date.parse(`${day}T02:00:00Z`);

function walk(opening: Record<string, string>, steps: [string, string, Record<string, string>?][]): Entry[] {
  const timeline = [openFile(machine, officer, at('2026-05-06'), opening)];
  for (const [action, day, form = {}] of steps) {
    const result = apply(machine, timeline, action, form, { actor: officer, at: at(day) });
    if (!result.ok) throw result.error;
    timeline.push(result.value.entry);
  }
  return timeline;
}

test('the sample machine is sound, and a hole in the new members is told', () => {
  assert.deepEqual(checkMachine({ ...machine, clocks: [{ ...machine.clocks[0]!, starts: 'open' }] }), []);
  assert.deepEqual(checkMachine(machine), ['clock mediate: no date receivedOn']);
});

test('the day of receipt chooses the steps and choices that the law knew', () => {
  const grounds = (receivedOn: string) =>
    openActions(
      machine,
      walk({ receivedOn }, [
        ['test', '2026-05-07'],
        ['tested', '2026-05-08'],
      ]),
      officer,
    )
      .find((action) => action.id === 'end')
      ?.form[0]?.options?.map((option) => option.value);
  assert.equal(grounds('2019-12-31'), undefined);
  assert.deepEqual(grounds('2026-04-14'), ['T1']);
  assert.deepEqual(grounds('2026-04-15'), ['T1', 'T7']);
  const late = apply(
    machine,
    walk({ receivedOn: '2026-04-14' }, [
      ['test', '2026-05-07'],
      ['tested', '2026-05-08'],
    ]),
    'end',
    { ground: 'T7' },
    { actor: officer, at: at('2026-05-09') },
  );
  assert.equal(late.ok ? 'ok' : late.error.code, 'form_invalid');
});

test('a clock starts on the day named, keeps a closed pause, and can be met by an act', () => {
  const timeline = walk({ receivedOn: '2026-05-04', matter: 'ad' }, [
    ['test', '2026-05-07'],
    ['tested', '2026-05-20'],
    ['ad-only', '2026-05-21'],
  ]);
  assert.deepEqual(
    readClocks(machine, timeline).map(({ rule: _, startedAt: __, ...reading }) => reading),
    [
      {
        startedOn: '2026-05-04',
        events: [{ event: 'pause:test', from: '2026-05-07', to: '2026-05-20' }],
        metOn: '2026-05-21',
        receivedOn: '2026-05-04',
      },
    ],
  );
  assert.deepEqual(readClocks(machine, walk({ matter: 'other' }, [])), []);
});
