// SPDX-License-Identifier: Apache-2.0
import { readClocks } from './clocks.ts';
import {
  type Action,
  type Actor,
  type FileState,
  type Guard,
  LINKED,
  type Machine,
  type Party,
  type Timeline,
} from './machine.ts';
import { actionInForce, inRegime, regimeDay } from './regime.ts';
import { replay } from './replay.ts';

/** Action of the house with which a task tells the file that opened it of its end; `procedure` stands in its form. */
export const TASK_ENDED = 'task-ended';

function openTasks(machine: Machine, timeline: Timeline, procedure: string): number {
  const opening = machine.actions.filter((action) => action.opens === procedure).map((action) => action.id);
  return timeline.reduce(
    (count, entry) =>
      count +
      (opening.includes(entry.action) ? 1 : 0) -
      (entry.action === TASK_ENDED && entry.form['procedure'] === procedure ? 1 : 0),
    0,
  );
}

function holds(machine: Machine, timeline: Timeline, file: FileState, guard: Guard): boolean {
  switch (guard.guard) {
    case 'untouched':
      return timeline.length === 1;
    case 'never-taken':
      return !timeline.some((entry) => entry.action === guard.action);
    case 'taken':
      return timeline.some((entry) => entry.action === guard.action);
    case 'value':
      return guard.is.includes(file.values[guard.field] ?? null);
    case 'hand':
      return file.hands.length > 1 === (guard.at === 'sent');
    case 'none-open':
      return openTasks(machine, timeline, guard.procedure) <= 0;
    case 'clock-running':
      return readClocks(machine, timeline).some(
        ({ rule, metOn }) => rule.id === guard.clock && metOn === null,
      );
  }
}

/** The office behind a party's name; undefined while nobody has it. */
export function officeOf(file: FileState, party: Party): string | null | undefined {
  if (party === 'holder') return file.hands.at(-1);
  return party === 'origin' ? file.hands[0] : file.parties[party];
}

/**
 * The office whose turn it is: that of the first step which leads on from the state and is an office's to take. Null where
 * only somebody outside or the house itself can act.
 */
export function turnOf(machine: Machine, file: FileState): string | null {
  for (const action of machine.actions) {
    if (!action.from.includes(file.state) || action.to === null || action.roles.length === 0) continue;
    for (const party of action.by ?? []) {
      const office = officeOf(file, party);
      if (office) return office;
    }
  }
  return file.hands.at(-1) ?? null;
}

function mayTake(action: Action, actor: Actor | null, file: FileState): boolean {
  if (actor === null) return action.roles.length === 0;
  if (!action.roles.some((role) => actor.roles.includes(role))) return false;
  // A linked party has no office; its link opens this one file only.
  if (action.by === undefined || actor.roles.includes(LINKED)) return true;
  return action.by.some((party) => {
    const office = officeOf(file, party);
    return office !== undefined && office === (actor.agency ?? null);
  });
}

/**
 * The actions that this actor may take on the file now; `actor` null asks for the house itself.
 * `file` saves a replay when the caller has it already.
 */
export function openActions(
  machine: Machine,
  timeline: Timeline,
  actor: Actor | null,
  file: FileState = replay(machine, timeline),
): Action[] {
  const day = regimeDay(machine, timeline);
  return machine.actions
    .filter(
      (action) =>
        action.from.includes(file.state) &&
        mayTake(action, actor, file) &&
        actionInForce(action, day) &&
        (action.guards ?? []).every((guard) => holds(machine, timeline, file, guard)),
    )
    .map((action) => inRegime(action, day));
}
