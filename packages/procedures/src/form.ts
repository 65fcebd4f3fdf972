// SPDX-License-Identifier: Apache-2.0
import { type Fault, isLocalDate, isUuid, type LocalDate } from '@yiwang/kernel';
import type { Field, Form, FormValue } from './machine.ts';

const empty = (value: FormValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function wrong(field: Field, value: FormValue, today: LocalDate | null): string | null {
  if (field.type === 'boolean') return typeof value === 'boolean' ? null : 'not yes or no';
  if (typeof value !== 'string') return 'not a text';
  if (field.type === 'choice')
    return field.options?.some((option) => option.value === value) ? null : 'not one of the choices';
  if (field.type === 'date') {
    if (!isLocalDate(value)) return 'not a day that exists';
    return field.future && today !== null && value < today ? 'in the past' : null;
  }
  if (field.type === 'agency' || field.type === 'person' || field.type === 'file')
    return isUuid(value) ? null : 'not an id';
  return null;
}

/**
 * Checks a form against its declaration. Unknown fields are faults as well: a value that no field asks for
 * would enter the timeline unseen. Empty values are left out of the clean form. `today` is asked for by days that may
 * not lie in the past.
 */
export function checkForm(
  fields: readonly Field[],
  form: Form,
  today: LocalDate | null = null,
): { clean: Form; faults: Fault[] } {
  const faults: Fault[] = [];
  const clean: Record<string, FormValue> = {};
  const fault = (name: string, reason: string) =>
    faults.push({ pointer: `/form/${name}`, field: name, reason });
  for (const field of fields) {
    const value = form[field.name];
    if (empty(value)) {
      if (field.required) fault(field.name, 'required');
      continue;
    }
    const reason = wrong(field, value as FormValue, today);
    if (reason) fault(field.name, reason);
    else clean[field.name] = typeof value === 'string' ? value.trim() : (value as FormValue);
  }
  for (const name of Object.keys(form))
    if (!fields.some((field) => field.name === name) && !empty(form[name])) fault(name, 'not asked for');
  return { clean, faults };
}
