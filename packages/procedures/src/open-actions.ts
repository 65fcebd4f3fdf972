// SPDX-License-Identifier: Apache-2.0
import { readClocks } from './clocks.ts';
import type { Action, Actor, FileState, Guard, Machine, Timeline } from './machine.ts';
import { actionInForce, inRegime, regimeDay } from './regime.ts';
import { replay } from './replay.ts';

function holds(machine: Machine, timeline: Timeline, file: FileState, guard: Guard): boolean {
  if (guard.guard === 'untouched') return timeline.length === 1;
  if (guard.guard === 'never-taken') return !timeline.some((entry) => entry.action === guard.action);
  if (guard.guard === 'taken') return timeline.some((entry) => entry.action === guard.action);
  if (guard.guard === 'value') return guard.is.includes(file.values[guard.field] ?? null);
  return readClocks(machine, timeline).some(({ rule, metOn }) => rule.id === guard.clock && metOn === null);
}

const mayTake = (action: Action, actor: Actor | null): boolean =>
  actor === null ? action.roles.length === 0 : action.roles.some((role) => actor.roles.includes(role));

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
        mayTake(action, actor) &&
        actionInForce(action, day) &&
        (action.guards ?? []).every((guard) => holds(machine, timeline, file, guard)),
    )
    .map((action) => inRegime(action, day));
}
