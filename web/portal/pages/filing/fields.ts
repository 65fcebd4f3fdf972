// SPDX-License-Identifier: Apache-2.0
import type { Messages } from '../../../messages/index.ts';
import { type Html, html, type Part } from '../../html.ts';

/** Faults by field; the first line of the page lists them, each field says its own. */
export type Faults = Readonly<Record<string, string>>;

interface FieldOf {
  name: string;
  label: string;
  value: string;
  faults: Faults;
  hint?: string;
  /** Further attributes, written by us. */
  type?: 'text' | 'tel' | 'email' | 'date' | 'search';
  inputmode?: 'url' | 'decimal' | 'tel';
  autocomplete?: string;
  maxlength?: number;
  required?: boolean;
  optional?: string;
}

const described = (field: Pick<FieldOf, 'name' | 'hint' | 'faults'>): string =>
  [field.hint ? `${field.name}-hint` : null, field.faults[field.name] ? `${field.name}-fault` : null]
    .filter(Boolean)
    .join(' ');

const around = (
  field: Pick<FieldOf, 'name' | 'label' | 'hint' | 'faults' | 'optional'>,
  control: Html,
): Html =>
  html`<label for="${field.name}">${field.label}${field.optional && html` <span class="small">(${field.optional})</span>`}</label>
${field.hint && html`<p class="hint" id="${field.name}-hint">${field.hint}</p>`}
${field.faults[field.name] && html`<p class="problem" id="${field.name}-fault">${field.faults[field.name]}</p>`}
${control}`;

const more = (field: FieldOf | (Omit<FieldOf, 'type'> & { type?: never })): Part => {
  const ids = described(field);
  return html`${ids && html` aria-describedby="${ids}"`}${field.faults[field.name] && html` aria-invalid="true"`}${field.required && html` required`}`;
};

export const textField = (field: FieldOf): Html =>
  around(
    field,
    html`<input id="${field.name}" name="${field.name}" type="${field.type ?? 'text'}" maxlength="${field.maxlength ?? 200}" autocomplete="${field.autocomplete ?? 'off'}" value="${field.value}"${field.inputmode && html` inputmode="${field.inputmode}"`}${more(field)}>`,
  );

export const longField = (field: Omit<FieldOf, 'type'> & { rows?: number }): Html =>
  around(
    field,
    html`<textarea id="${field.name}" name="${field.name}" rows="${field.rows ?? 6}" maxlength="${field.maxlength ?? 5000}"${more(field)}>
${field.value}</textarea>`,
  );

interface Choices {
  name: string;
  legend: string;
  options: readonly { value: string; title: string }[];
  chosen: readonly string[];
  faults: Faults;
  several?: boolean;
  hint?: string;
}

/** Radios or check boxes under one question. */
export const choiceField = ({ name, legend, options, chosen, faults, several, hint }: Choices): Html =>
  html`<fieldset${faults[name] && html` aria-describedby="${name}-fault"`}><legend>${legend}</legend>
${hint && html`<p class="hint">${hint}</p>`}
${faults[name] && html`<p class="problem" id="${name}-fault">${faults[name]}</p>`}
${options.map(
  ({ value, title }, i) =>
    html`<label class="pick"><input${i === 0 ? html` id="${name}"` : null} type="${several ? 'checkbox' : 'radio'}" name="${name}" value="${value}"${chosen.includes(value) && html` checked`}> <span>${title}</span></label>`,
)}</fieldset>`;

export const tickField = (name: string, title: string, on: boolean, faults: Faults = {}): Html =>
  html`${faults[name] && html`<p class="problem" id="${name}-fault">${faults[name]}</p>`}<label class="pick"><input type="checkbox" id="${name}" name="${name}" value="yes"${on && html` checked`}> <span>${title}</span></label>`;

/** What is to be mended, at the top, each line leading to its field. */
export const faultList = (text: Messages['filing'], faults: Faults): Part => {
  const list = Object.entries(faults);
  return (
    list.length > 0 &&
    html`<div class="note faults" role="alert" tabindex="-1"><h2>${text.problem}</h2><ul>${list.map(
      ([name, why]) => html`<li><a href="#${name}">${why}</a></li>`,
    )}</ul></div>`
  );
};
