// SPDX-License-Identifier: Apache-2.0
import { type Fault, isLocalDate, isUuid } from '@yiwang/kernel';
import type { Field, Form, FormValue } from './machine.ts';

const empty = (value: FormValue | undefined): boolean =>
  value === undefined || value === null || (typeof value === 'string' && value.trim() === '');

function wrong(field: Field, value: FormValue): string | null {
  if (field.type === 'boolean') return typeof value === 'boolean' ? null : 'not yes or no';
  if (typeof value !== 'string') return 'not a text';
  if (field.type === 'choice')
    return field.options?.some((option) => option.value === value) ? null : 'not one of the choices';
  if (field.type === 'date') return isLocalDate(value) ? null : 'not a day that exists';
  if (field.type === 'agency' || field.type === 'person') return isUuid(value) ? null : 'not an id';
  return null;
}

/**
 * Checks a form against its declaration. Unknown fields are faults as well: a value that no field asks for
 * would enter the timeline unseen. Empty values are left out of the clean form.
 */
export function checkForm(fields: readonly Field[], form: Form): { clean: Form; faults: Fault[] } {
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
    const reason = wrong(field, value as FormValue);
    if (reason) fault(field.name, reason);
    else clean[field.name] = typeof value === 'string' ? value.trim() : (value as FormValue);
  }
  for (const name of Object.keys(form))
    if (!fields.some((field) => field.name === name) && !empty(form[name])) fault(name, 'not asked for');
  return { clean, faults };
}
