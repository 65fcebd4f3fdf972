// SPDX-License-Identifier: Apache-2.0
import { failed } from '@yiwang/kernel';
import type { Action, Entry, Field, FileState, Form, FormValue, Machine, Timeline } from './machine.ts';

/** Where an action leads from `state` with this form. */
export function nextState(action: Action, state: string, form: Form): string {
  if (action.to === null) return state;
  if (typeof action.to === 'string') return action.to;
  return String(form[action.to.field]);
}

function keep(fields: readonly Field[], entry: Entry, values: Record<string, FormValue>): void {
  for (const field of fields) {
    const value = entry.form[field.name];
    if (field.kept && value !== undefined) values[field.name] = value;
  }
}

function name(names: Action['names'], entry: Entry, parties: Record<string, string>): void {
  const office = names && entry.form[names.field];
  if (names && typeof office === 'string') parties[names.party] = office;
}

const broken = (machine: Machine, entry: Entry | undefined, why: string) =>
  failed('timeline_broken', `${machine.id} v${machine.version}, entry ${entry?.seq ?? 'none'}: ${why}`);

/**
 * Derives the file from its timeline, entry by entry, as the machine of that version reads it.
 * @throws AppError `timeline_broken` when an entry could not have been written under this machine
 */
export function replay(machine: Machine, timeline: Timeline): FileState {
  const [opening, ...rest] = timeline;
  if (opening?.action !== machine.opening.action || opening.seq !== 0)
    throw broken(machine, opening, 'does not begin with the opening');
  let state = machine.opening.state;
  const values: Record<string, FormValue> = {};
  const hands: (string | null)[] = [opening.actor?.agency ?? null];
  const parties: Record<string, string> = {};
  keep(machine.opening.form ?? [], opening, values);
  name(machine.opening.names, opening, parties);
  rest.forEach((entry, i) => {
    const action = machine.actions.find((a) => a.id === entry.action);
    if (!action) throw broken(machine, entry, `no action ${entry.action}`);
    if (entry.seq !== i + 1) throw broken(machine, entry, 'out of order');
    if (!action.from.includes(state)) throw broken(machine, entry, `${entry.action} is not open in ${state}`);
    keep(action.form, entry, values);
    name(action.names, entry, parties);
    if (action.hand && 'push' in action.hand) hands.push(String(entry.form[action.hand.push]));
    if (action.hand && 'pop' in action.hand && hands.length > 1) hands.pop();
    state = nextState(action, state, entry.form);
    if (!(state in machine.states)) throw broken(machine, entry, `no state ${state}`);
  });
  const ended = machine.states[state]?.end === true;
  return { state, version: timeline.length, values, ended, hands, parties };
}
