// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
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
} from './index.ts';

const lead = machineOf('lead');
const actors = [
  null,
  ...['field_officer', 'authority_head', 'monitor_analyst', 'supervisor', 'mediator'].map((role) => ({
    id: role,
    roles: [role],
  })),
];
const day = 86_400_000;
const begin = Date.parse('2026-03-02T01:00:00Z');

/** A plain model written apart from the engine: what may follow what, by hand. */
const MODEL: Record<string, Record<string, string[]>> = {
  created: { grade: ['graded'], extend: ['created'], note: ['created'], withdraw: ['withdrawn'] },
  graded: { grade: ['graded'], verify: ['verifying'], extend: ['graded'], note: ['graded'] },
  verifying: {
    conclude: ['clean', 'corrected', 'to-case', 'to-platform', 'to-department', 'unreachable'],
    extend: ['verifying'],
    note: ['verifying'],
  },
  archived: {},
  withdrawn: {},
};
for (const state of MODEL['verifying']!['conclude']!) MODEL[state] = { archive: ['archived'], note: [state] };

function fill(action: Action, pick: number): Form {
  const form: Record<string, string> = {};
  for (const field of action.form)
    if (field.required || pick % 2 === 0)
      form[field.name] = field.options ? field.options[pick % field.options.length]!.value : `填写${pick}`;
  return form;
}

test('2,000 random steps: the engine never leaves the model, and a replay always agrees', () => {
  let steps = 0;
  const walk = fc.array(fc.tuple(fc.nat(20), fc.nat(actors.length - 1), fc.nat(60), fc.nat(3)), {
    minLength: 25,
    maxLength: 25,
  });
  fc.assert(
    fc.property(walk, (moves) => {
      let at = begin;
      const timeline: Entry[] = [openFile(lead, actors[1]!, at)];
      let state = 'created';
      for (const [pick, who, pause, kind] of moves) {
        steps += 1;
        at += pause * (day / 24);
        const actor = actors[who]!;
        // Mostly what is open; now and then any action of the machine, to see it refused.
        const open = openActions(lead, timeline, actor);
        const pool = kind === 0 ? lead.actions : open;
        const action = pool[pick % Math.max(1, pool.length)];
        if (!action) continue;
        const result = apply(lead, timeline, action.id, fill(action, pick), { actor, at });
        assert.equal(result.ok, open.includes(action), action.id);
        if (!result.ok) continue;
        assert.ok(MODEL[state]?.[action.id]?.includes(result.value.file.state), `${state} ${action.id}`);
        timeline.push(result.value.entry);
        state = result.value.file.state;
        const again = replay(lead, JSON.parse(JSON.stringify(timeline)) as Entry[]);
        assert.deepEqual(again, result.value.file);
        const [clock] = readClocks(lead, timeline);
        assert.equal(clock?.startedOn, '2026-03-02');
        assert.ok(clock.events.length <= 1, 'extended once at most');
        assert.equal(clock.metOn !== null, !['created', 'graded', 'verifying'].includes(state));
      }
    }),
    { numRuns: 80 },
  );
  assert.ok(steps >= 2000, `${steps} steps`);
});
