// SPDX-License-Identifier: Apache-2.0
import { startsOf } from './clocks.ts';
import { HOUSE_PERIODS } from './house-periods.ts';
import type { ClockRule, Field, Guard, Machine } from './machine.ts';

/** States that can be reached from the opening. */
function reachable(machine: Machine): Set<string> {
  const seen = new Set([machine.opening.state]);
  for (let grew = true; grew; ) {
    grew = false;
    for (const action of machine.actions) {
      if (!action.from.some((state) => seen.has(state))) continue;
      for (const target of targets(machine, action.id)) {
        if (seen.has(target)) continue;
        seen.add(target);
        grew = true;
      }
    }
  }
  return seen;
}

function targets(machine: Machine, id: string): string[] {
  const action = machine.actions.find((a) => a.id === id);
  if (!action || action.to === null) return [];
  if (typeof action.to === 'string') return [action.to];
  const { field } = action.to;
  return action.form.find((f) => f.name === field)?.options?.map((option) => option.value) ?? [];
}

/** Everything that is wrong with a declaration; an empty list is a sound machine. Run over every machine in tests. */
export function checkMachine(machine: Machine): string[] {
  const faults: string[] = [];
  const state = (name: string, where: string) => {
    if (!(name in machine.states)) faults.push(`${where}: no state ${name}`);
  };
  const taken = (name: string, where: string) => {
    if (name !== machine.opening.action && !machine.actions.some((a) => a.id === name))
      faults.push(`${where}: no action ${name}`);
  };
  const kept = (name: string, where: string) => {
    const forms = [machine.opening.form ?? [], ...machine.actions.map((a) => a.form)];
    if (!forms.some((form) => form.some((f) => f.name === name && f.kept)))
      faults.push(`${where}: no kept field ${name}`);
  };
  const guard = (g: Guard, where: string) => {
    if (g.guard === 'never-taken' || g.guard === 'taken') taken(g.action, where);
    if (g.guard === 'value') kept(g.field, where);
    if (g.guard === 'clock-running' && !machine.clocks.some((c) => c.id === g.clock))
      faults.push(`${where}: no clock ${g.clock}`);
    if (g.guard === 'none-open' && !machine.actions.some((a) => a.opens === g.procedure))
      faults.push(`${where}: no action opens ${g.procedure}`);
  };
  faults.push(...checkOffices(machine));
  state(machine.opening.state, 'opening');
  const dated = (form: readonly Field[], name: string | undefined, where: string) => {
    if (name !== undefined && form.find((f) => f.name === name)?.type !== 'date')
      faults.push(`${where}: no date ${name}`);
  };
  dated(machine.opening.form ?? [], machine.opening.dayField, 'opening');
  const ids = machine.actions.map((a) => a.id);
  if (new Set([...ids, machine.opening.action]).size !== ids.length + 1)
    faults.push('an action id stands twice');
  for (const action of machine.actions) {
    for (const from of action.from) {
      state(from, action.id);
      if (machine.states[from]?.end) faults.push(`${action.id}: open in the end state ${from}`);
    }
    const next = targets(machine, action.id);
    if (action.to !== null && next.length === 0) faults.push(`${action.id}: leads nowhere`);
    for (const target of next) state(target, action.id);
    if (action.to !== null && typeof action.to === 'object') {
      const { field } = action.to;
      if (!action.form.find((f) => f.name === field)?.required)
        faults.push(`${action.id}: the field ${field} names the next state and may be empty`);
    }
    for (const g of action.guards ?? []) guard(g, action.id);
  }
  for (const clock of machine.clocks) {
    for (const name of startsOf(clock)) {
      taken(name, `clock ${clock.id}`);
      const form = machine.actions.find((a) => a.id === name)?.form ?? machine.opening.form ?? [];
      dated(form, clock.dayField, `clock ${clock.id}`);
    }
    for (const name of [...(clock.metBy ?? []), ...Object.keys(clock.ends ?? {})])
      taken(name, `clock ${clock.id}`);
    if (clock.when) kept(clock.when.field, `clock ${clock.id}`);
    for (const name of clock.meets) state(name, `clock ${clock.id}`);
    for (const name of Object.keys(clock.events)) taken(name, `clock ${clock.id}`);
    faults.push(...checkLength(machine, clock));
  }
  const reached = reachable(machine);
  for (const [name, row] of Object.entries(machine.states)) {
    if (!reached.has(name)) faults.push(`state ${name} cannot be reached`);
    if (!row.end && !machine.actions.some((a) => a.from.includes(name) && a.to !== null))
      faults.push(`state ${name} has no way out`);
  }
  return faults;
}

/** Offices by name, hands and forms that name them. */
function checkOffices(machine: Machine): string[] {
  const faults: string[] = [];
  const named = new Set(['holder', 'origin', machine.opening.names?.party]);
  for (const action of machine.actions) named.add(action.names?.party);
  const office = (form: readonly Field[], field: string, where: string) => {
    const found = form.find((f) => f.name === field);
    if (found?.type !== 'agency' || !found.required)
      faults.push(`${where}: ${field} is no required field for an office`);
  };
  if (machine.opening.names) office(machine.opening.form ?? [], machine.opening.names.field, 'opening');
  for (const action of machine.actions) {
    for (const party of [...(action.by ?? []), ...(action.shares ?? [])])
      if (!named.has(party)) faults.push(`${action.id}: nobody is ever called ${party}`);
    if (action.hand && 'push' in action.hand) office(action.form, action.hand.push, action.id);
    if (action.names) office(action.form, action.names.field, action.id);
    if (new Set(action.form.map((f) => f.name)).size !== action.form.length)
      faults.push(`${action.id}: a field stands twice`);
  }
  return faults;
}

/** A clock has one source of its length, and its lapse is the house's own to write down. */
function checkLength(machine: Machine, clock: ClockRule): string[] {
  const faults: string[] = [];
  if ([clock.law, clock.house, clock.day].filter((one) => one !== undefined).length !== 1)
    faults.push(`clock ${clock.id}: needs exactly one of law, house and day`);
  if (clock.house !== undefined && !(clock.house in HOUSE_PERIODS))
    faults.push(`clock ${clock.id}: no period ${clock.house} of the house`);
  const fields = [...(machine.opening.form ?? []), ...machine.actions.flatMap((a) => a.form)];
  if (clock.day !== undefined && !fields.some((f) => f.name === clock.day && f.type === 'date'))
    faults.push(`clock ${clock.id}: no date ${clock.day}`);
  const lapse = machine.actions.find((a) => a.id === clock.lapse);
  if (clock.lapse !== undefined && (lapse === undefined || lapse.roles.length > 0))
    faults.push(`clock ${clock.id}: ${clock.lapse} is no action of the house`);
  return faults;
}
