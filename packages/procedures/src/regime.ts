// SPDX-License-Identifier: Apache-2.0
import { isLocalDate, type LocalDate, legalDay } from '@yiwang/kernel';
import type { Action, Machine, Span, Timeline } from './machine.ts';

/** The legal day on which the file was received; whose law governs its steps (`straddle: receiptDate`, law.md §0.2). */
export function regimeDay(machine: Machine, timeline: Timeline): LocalDate {
  const opening = timeline[0]!;
  const given = machine.opening.dayField ? opening.form[machine.opening.dayField] : undefined;
  return typeof given === 'string' && isLocalDate(given) ? given : legalDay(opening.at);
}

const within = (day: LocalDate, span: Span | undefined): boolean =>
  span === undefined || ((span.from ?? '') <= day && day <= (span.to ?? '9999-12-31'));

/** Whether the step existed in the law of that day. */
export const actionInForce = (action: Action, day: LocalDate): boolean => within(day, action.inForce);

/** The action with the choices that the law of that day knew; the same value where nothing had to go. */
export function inRegime(action: Action, day: LocalDate): Action {
  if (!action.form.some((field) => field.options?.some((option) => option.inForce))) return action;
  return {
    ...action,
    form: action.form.map((field) =>
      field.options
        ? { ...field, options: field.options.filter((option) => within(day, option.inForce)) }
        : field,
    ),
  };
}
