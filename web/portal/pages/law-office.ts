// SPDX-License-Identifier: Apache-2.0
import { LAW_ROLES, type OfficeAnswer } from '@yiwang/contracts';
import { messages, type PortalLocale } from '../../messages/index.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../types.ts';
import { basisList, derivationList, inLocale, lawTabs, option } from './law-parts.ts';

const PLACES = ['domicile', 'operates', 'shown', 'pfDomicile'] as const;
const KINDS = ['complaint', 'report'] as const;

/** Which office is competent: kind, role and places in, the office with its articles and what to do next out. */
export async function lawOffice(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const { law: text, lawRole, portal } = messages[request.locale];
  const { kind = 'complaint', role = 'in-platform', date = '' } = request.query;
  const places = Object.fromEntries(
    PLACES.flatMap((place) => {
      const value = (request.query[place] ?? '').trim().slice(0, 60);
      return value ? [[place, value]] : [];
    }),
  );
  const found = date === '' ? null : await data.findOffice({ kind, role, date, ...places });
  return layout(request, {
    title: text.office,
    status: found && !found.ok ? 422 : 200,
    body: html`<h1>${text.office}</h1>
${lawTabs(request)}
${found && !found.ok && html`<p class="problem" role="alert">${text.noOffice}</p>`}
${found?.ok && officeView(found.answer, request.locale)}
<form action="/law/office" method="get">
<label for="kind">${text.kind}</label>
<select id="kind" name="kind">${KINDS.map((one) => option(one, text[one], kind))}</select>
<label for="role">${text.role}</label>
<select id="role" name="role">${LAW_ROLES.map((one) => option(one, lawRole[one], role))}</select>
<label for="date">${text.date}</label>
<input id="date" name="date" type="date" required value="${date}">
${PLACES.map(
  (place) => html`<label for="${place}">${text[place]}</label>
<input id="${place}" name="${place}" type="text" maxlength="60" value="${places[place] ?? ''}" aria-describedby="place-hint">`,
)}
<p class="hint" id="place-hint">${text.placeHelp}</p>
<button class="button" type="submit">${text.find}</button>
</form>
<p class="small">${text.disclaimer}</p>
<p><a href="/">${portal.home}</a></p>`,
  });
}

function officeView(answer: OfficeAnswer, locale: PortalLocale): Html {
  const text = messages[locale].law;
  const list = (title: string, offices: readonly string[]) =>
    offices.length > 0 && html`<div><dt>${title}</dt><dd>${offices.join('、')}</dd></div>`;
  return html`<section class="result" aria-labelledby="answer">
<h2 id="answer">${answer.primary.length > 0 ? answer.primary.join('、') : text.noOffice}</h2>
<dl class="facts">${list(text.primary, answer.primary)}${list(text.may, answer.may)}${list(text.not, answer.not)}</dl>
${answer.steps.length > 0 && html`<h3>${text.steps}</h3><ul>${answer.steps.map((step) => html`<li>${inLocale(step, locale)}</li>`)}</ul>`}
<h3>${text.derivation}</h3>
${derivationList(answer.derivation, locale)}
<h3>${text.basis}</h3>
${basisList(answer.basis, locale)}
</section>`;
}
