// SPDX-License-Identifier: Apache-2.0
import type { FormField, LinkView, OpenAction } from '@yiwang/contracts';
import { format, messages } from '../../../messages/index.ts';
import { type Html, html } from '../../html.ts';
import type { PortalRequest } from '../../types.ts';

/** What is wrong with a field: empty, a file that was not taken, or what the server said. */
export type Fault = { code: 'fill' } | { code: 'refused'; name: string } | { code: 'said'; reason: string };

/** What was sent and not taken: it stays in the form. */
export interface Sent {
  action: string;
  values: Readonly<Record<string, string>>;
  /** Field → what to do about it. */
  faults: Readonly<Record<string, Fault>>;
}

const both = (request: PortalRequest, title: { zh: string; en: string }) =>
  request.locale === 'en' ? title.en : title.zh;

function control(
  request: PortalRequest,
  field: FormField,
  id: string,
  value: string,
  described: string,
): Html {
  const text = messages[request.locale].answer;
  const aria = html`${described !== '' && html` aria-describedby="${described}"`}${field.required && html` required`}`;
  switch (field.type) {
    case 'longtext':
      return html`<textarea id="${id}" name="${field.name}" rows="5" maxlength="5000"${aria}>${value}</textarea>`;
    case 'choice':
      return html`<select id="${id}" name="${field.name}"${aria}><option value="">${text.choose}</option>${(
        field.options ?? []
      ).map(
        (option) =>
          html`<option value="${option.value}"${option.value === value && html` selected`}>${both(request, option.title)}</option>`,
      )}</select>`;
    case 'file':
      return html`<input id="${id}" name="${field.name}" type="file" accept=".pdf,.png,.jpg,.jpeg,.docx,.xlsx,.pptx,.zip,.txt,.csv"${aria}>`;
    default:
      return html`<input id="${id}" name="${field.name}" type="${field.type === 'date' ? 'date' : 'text'}" maxlength="500" value="${value}"${aria}>`;
  }
}

function row(request: PortalRequest, action: OpenAction, field: FormField, sent: Sent | null): Html {
  const text = messages[request.locale].answer;
  const id = `${action.id}-${field.name}`;
  const mine = sent?.action === action.id ? sent : null;
  const fault = mine?.faults[field.name];
  const said =
    fault?.code === 'fill'
      ? text.fill
      : fault?.code === 'refused'
        ? format(text.refusedFile, { name: fault.name })
        : fault?.reason;
  const described = [field.help && `${id}-help`, fault && `${id}-fault`].filter(Boolean).join(' ');
  return html`<label for="${id}">${both(request, field.title)} <span class="small">(${field.required ? text.required : text.optional})</span></label>
${field.help && html`<p class="hint" id="${id}-help">${both(request, field.help)}</p>`}
${fault && html`<p class="problem" id="${id}-fault" role="alert">${said}</p>`}
${control(request, field, id, mine?.values[field.name] ?? '', described)}`;
}

/** One form a step; all of it goes without script. `key` lets the same form be sent twice and count once. */
export function answerForm(
  request: PortalRequest,
  view: LinkView,
  action: OpenAction,
  more: { key: string; sent: Sent | null },
): Html {
  const text = messages[request.locale].answer;
  return html`<form action="${request.path}" method="post" enctype="multipart/form-data">
<h2>${view.actions.length > 1 ? both(request, action.title) : text.form}</h2>
<input type="hidden" name="_action" value="${action.id}">
<input type="hidden" name="_version" value="${view.version}">
<input type="hidden" name="_key" value="${more.key}">
${action.form.map((field) => row(request, action, field, more.sent))}
<button class="button" type="submit">${format(text.submit, { action: both(request, action.title) })}</button>
<p class="small">${format(text.next, { office: view.office })}</p>
</form>`;
}
