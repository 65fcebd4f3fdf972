// SPDX-License-Identifier: Apache-2.0
// Random walks over every machine beside a model that is written apart from the engine. Used by the unit tests (short)
// and by `npm run prove -- machines` (long).
import assert from 'node:assert/strict';
import { legalDay } from '@yiwang/kernel';
import {
  type Action,
  type Actor,
  apply,
  type Entry,
  type FileState,
  type Form,
  type FormValue,
  type Guard,
  LINKED,
  type Machine,
  openActions,
  openFile,
  readClocks,
  replay,
  TASK_ENDED,
} from '@yiwang/procedures';
import fc from 'fast-check';

const DAY = 86_400_000;
const BEGIN = Date.parse('2026-05-06T01:00:00Z');
/** Days of receipt under each set of rules. */
const RECEIVED = ['2019-12-30', '2025-06-03', '2026-05-06'];
const OFFICES = [1, 2, 3].map((n) => `00000000-0000-7000-8000-00000000000${n}`);
const ROLES = [
  'field_officer',
  'authority_head',
  'monitor_analyst',
  'supervisor',
  'mediator',
  'intake_clerk',
];
const ACTORS: readonly (Actor | null)[] = [
  null,
  { id: 'link', roles: [LINKED] },
  ...OFFICES.flatMap((agency) =>
    ROLES.map((role) => ({ id: `${role} ${agency.at(-1)}`, roles: [role], agency })),
  ),
];

/** What the walk knows of a file by its own bookkeeping. */
interface Model {
  state: string;
  /** Day whose law governs it. */
  received: string;
  hands: (string | null)[];
  parties: Record<string, string>;
  values: Record<string, FormValue>;
  /** What was done, and the state after it. */
  taken: { action: string; after: string }[];
  /** Tasks that were opened and have not ended, by procedure. */
  tasks: Record<string, number>;
}

function fill(fields: Action['form'], pick: number): Form {
  const form: Record<string, FormValue> = {};
  fields.forEach((field, i) => {
    if (!field.required && (pick + i) % 2 === 0) return;
    if (field.options) form[field.name] = field.options[(pick + i) % field.options.length]!.value;
    else if (field.type === 'agency') form[field.name] = OFFICES[(pick + i) % OFFICES.length]!;
    else if (field.type === 'file' || field.type === 'person') form[field.name] = OFFICES[0]!;
    else if (field.type === 'date' && !field.future)
      form[field.name] = RECEIVED[(pick + i) % RECEIVED.length]!;
    else if (field.type === 'date')
      form[field.name] = new Date(BEGIN + 3650 * DAY + pick * DAY).toISOString().slice(0, 10);
    else if (field.type === 'boolean') form[field.name] = pick % 2 === 0;
    else form[field.name] = `填写 ${pick}`;
  });
  return form;
}

/** Whether the model lets this actor take this action now: the rule in words of its own, not the engine's. */
function mayBy(machine: Machine, model: Model, action: Action, actor: Actor | null): boolean {
  if (!action.from.includes(model.state)) return false;
  const { from = '', to = '9999' } = action.inForce ?? {};
  if (model.received < from || model.received > to) return false;
  if (actor === null ? action.roles.length > 0 : !action.roles.includes(actor.roles[0]!)) return false;
  if (actor !== null && action.by && actor.roles[0] !== LINKED) {
    const offices = action.by.map((party) =>
      party === 'holder'
        ? model.hands[model.hands.length - 1]
        : party === 'origin'
          ? model.hands[0]
          : model.parties[party],
    );
    if (!offices.includes(actor.agency)) return false;
  }
  return (action.guards ?? []).every((guard) => holds(machine, model, guard));
}

function holds(machine: Machine, model: Model, guard: Guard): boolean {
  switch (guard.guard) {
    case 'untouched':
      return model.taken.length === 0;
    case 'never-taken':
      return !model.taken.some((step) => step.action === guard.action);
    case 'taken':
      return model.taken.some((step) => step.action === guard.action);
    case 'value':
      return guard.is.includes(model.values[guard.field] ?? null);
    case 'hand':
      return guard.at === 'home' ? model.hands.length === 1 : model.hands.length > 1;
    case 'none-open':
      return (model.tasks[guard.procedure] ?? 0) <= 0;
    case 'clock-running':
      return runs(machine, model, guard.clock);
  }
}

/** A clock runs from its start until a state that meets it has been passed, as the list of steps tells it. */
function runs(machine: Machine, model: Model, id: string): boolean {
  const clock = machine.clocks.find((one) => one.id === id)!;
  const starts = [clock.starts].flat();
  let running = starts.includes(machine.opening.action);
  for (const { action, after } of model.taken) {
    if (starts.includes(action)) running = true;
    else if (clock.meets.includes(after) || clock.metBy?.includes(action)) running = false;
  }
  return running;
}

function move(model: Model, action: Action, form: Form): void {
  for (const field of action.form) {
    const value = form[field.name];
    if (field.kept && value !== undefined) model.values[field.name] = value;
  }
  if (action.names) model.parties[action.names.party] = String(form[action.names.field]);
  if (action.hand && 'push' in action.hand) model.hands.push(String(form[action.hand.push]));
  else if (action.hand && model.hands.length > 1) model.hands.length -= 1;
  if (action.to !== null)
    model.state = typeof action.to === 'string' ? action.to : String(form[action.to.field]);
  if (action.opens) model.tasks[action.opens] = (model.tasks[action.opens] ?? 0) + 1;
  if (action.id === TASK_ENDED) {
    const procedure = String(form['procedure']);
    model.tasks[procedure] = (model.tasks[procedure] ?? 0) - 1;
  }
  model.taken.push({ action: action.id, after: model.state });
}

/** Somebody can always move a file that has not ended; a file that has ended lets nobody do anything. */
function checkExit(machine: Machine, timeline: Entry[], file: FileState): void {
  const open = ACTORS.flatMap((actor) => openActions(machine, timeline, actor, file));
  if (file.ended) assert.deepEqual(open, [], `${machine.id}: open after ${file.state}`);
  else
    assert.ok(
      open.some((action) => action.to !== null && action.to !== file.state),
      `${machine.id}: no way out of ${file.state}`,
    );
}

function checkClocks(machine: Machine, timeline: Entry[], file: FileState): void {
  for (const clock of readClocks(machine, timeline)) {
    const name = `${machine.id}: clock ${clock.rule.id}`;
    if (file.ended) assert.notEqual(clock.metOn, null, `${name} runs on after the end`);
    assert.ok(clock.metOn === null || clock.metOn >= clock.startedOn, `${name} is met before it starts`);
    if (clock.rule.day !== undefined) assert.ok(clock.setFor !== null, `${name} has no day`);
    // A clock that runs is one that an open action can meet or that the house lets lapse.
    if (clock.metOn === null && clock.rule.meets.length > 0 && !file.ended)
      assert.ok(
        canMeet(machine, file.state, clock.rule.meets),
        `${name} runs in ${file.state} and nothing can meet it`,
      );
  }
}

function canMeet(machine: Machine, from: string, meets: readonly string[]): boolean {
  const seen = new Set([from]);
  const next = [from];
  for (let state = next.pop(); state !== undefined; state = next.pop()) {
    if (meets.includes(state) || machine.states[state]?.end) return true;
    for (const action of machine.actions) {
      if (!action.from.includes(state) || action.to === null) continue;
      const { to } = action;
      const targets =
        typeof to === 'string'
          ? [to]
          : (action.form.find((f) => f.name === to.field)?.options ?? []).map((o) => o.value);
      for (const target of targets)
        if (!seen.has(target)) {
          seen.add(target);
          next.push(target);
        }
    }
  }
  return false;
}

function begin(machine: Machine, pick: number, at: number): { timeline: Entry[]; model: Model } {
  const opener = ACTORS[2 + (pick % (ACTORS.length - 2))]!;
  const form = fill(machine.opening.form ?? [], pick);
  const model: Model = {
    state: machine.opening.state,
    received: String((machine.opening.dayField && form[machine.opening.dayField]) || legalDay(at)),
    hands: [opener.agency ?? null],
    parties: {},
    values: {},
    taken: [],
    tasks: {},
  };
  for (const field of machine.opening.form ?? []) {
    const value = form[field.name];
    if (field.kept && value !== undefined) model.values[field.name] = value;
  }
  const { names } = machine.opening;
  if (names) model.parties[names.party] = String(form[names.field]);
  return { timeline: [openFile(machine, opener, at, form)], model };
}

/** Walks one machine; answers with the steps tried, those taken, and the states that were reached. */
export function walkMachine(
  machine: Machine,
  steps: number,
  seed?: number,
): { steps: number; taken: number; states: Set<string> } {
  const states = new Set<string>([machine.opening.state]);
  let tried = 0;
  let taken = 0;
  const length = 40;
  const moves = fc.array(fc.tuple(fc.nat(1000), fc.nat(ACTORS.length - 1), fc.nat(60), fc.nat(4)), {
    minLength: length,
    maxLength: length,
  });
  fc.assert(
    fc.property(moves, fc.nat(1000), (path, first) => {
      let at = BEGIN;
      let { timeline, model } = begin(machine, first, at);
      for (const [pick, who, pause, kind] of path) {
        tried += 1;
        at += pause * (DAY / 24);
        // Mostly somebody who can do something; now and then anybody with anything, to see it refused.
        const able = kind === 0 ? [] : ACTORS.filter((one) => openActions(machine, timeline, one).length > 0);
        const actor = able.length > 0 ? able[who % able.length]! : ACTORS[who]!;
        const open = openActions(machine, timeline, actor);
        const expected = machine.actions.filter((action) => mayBy(machine, model, action, actor));
        assert.deepEqual(
          open.map((action) => action.id),
          expected.map((action) => action.id),
          `${machine.id} in ${model.state} for ${actor?.id ?? 'the house'}`,
        );
        const pool = kind === 0 || open.length === 0 ? machine.actions : open;
        const action = pool[pick % pool.length]!;
        // Choices that the law of the day did not know are not offered.
        const form = fill((open.find((one) => one.id === action.id) ?? action).form, pick);
        const result = apply(machine, timeline, action.id, form, { actor, at });
        assert.equal(
          result.ok,
          expected.some((one) => one.id === action.id),
          `${machine.id}: ${action.id}`,
        );
        if (!result.ok) continue;
        taken += 1;
        move(model, action, form);
        timeline.push(result.value.entry);
        const file = replay(machine, JSON.parse(JSON.stringify(timeline)) as Entry[]);
        assert.deepEqual(file, result.value.file, 'the timeline alone rebuilds the file');
        assert.deepEqual(
          [file.state, file.hands, file.parties, file.values],
          [model.state, model.hands, model.parties, model.values],
        );
        states.add(file.state);
        checkExit(machine, timeline, file);
        checkClocks(machine, timeline, file);
        if (file.ended) ({ timeline, model } = begin(machine, pick, at));
      }
    }),
    { numRuns: Math.ceil(steps / length), endOnFailure: true, ...(seed === undefined ? {} : { seed }) },
  );
  return { steps: tried, taken, states };
}
