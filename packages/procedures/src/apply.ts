// SPDX-License-Identifier: Apache-2.0
import { type AppError, err, invalid, legalDay, ok, type Result, refused } from '@yiwang/kernel';
import { checkForm } from './form.ts';
import type { Actor, Entry, FileState, Form, Machine, Timeline } from './machine.ts';
import { openActions } from './open-actions.ts';
import { replay } from './replay.ts';

/**
 * The first entry of a file after its form is checked. Errors are values: `form_invalid`.
 */
export function open(
  machine: Machine,
  actor: Actor | null,
  at: number,
  form: Form = {},
): Result<Entry, AppError> {
  const { clean, faults } = checkForm(machine.opening.form ?? [], form, legalDay(at));
  if (faults.length > 0) return err(invalid('form_invalid', `${machine.id}: opening`, { faults }));
  return ok(openFile(machine, actor, at, clean));
}

/** The first entry of a file, its form unchecked. */
export const openFile = (machine: Machine, actor: Actor | null, at: number, form: Form = {}): Entry => ({
  seq: 0,
  at,
  action: machine.opening.action,
  actor,
  form,
});

/**
 * Takes an action: answers with the entry to append and the file as it will be; changes nothing itself.
 * Errors are values: `action_not_open` (state, role or guard forbids it), `form_invalid` with a fault per field.
 */
export function apply(
  machine: Machine,
  timeline: Timeline,
  action: string,
  form: Form,
  by: { actor: Actor | null; at: number },
): Result<{ entry: Entry; file: FileState }, AppError> {
  const found = openActions(machine, timeline, by.actor).find((a) => a.id === action);
  if (!found) return err(refused('action_not_open', `${machine.id}: ${action} is not open`));
  const { clean, faults } = checkForm(found.form, form, legalDay(by.at));
  if (faults.length > 0) return err(invalid('form_invalid', `${machine.id}: ${action}`, { faults }));
  const entry: Entry = { seq: timeline.length, at: by.at, action, actor: by.actor, form: clean };
  return ok({ entry, file: replay(machine, [...timeline, entry]) });
}
