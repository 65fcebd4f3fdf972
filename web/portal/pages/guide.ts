// SPDX-License-Identifier: Apache-2.0
import { messages } from '../../messages/index.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalRequest } from '../types.ts';
import { LIBRARY } from './filing/answers-library.ts';
import { answerView } from './filing/ask.ts';
import { ACCESS_TEXT, GUIDE } from './guide-texts.ts';
import { inLocale } from './law-parts.ts';

/** Rights and guidance, one section an audience. */
export async function guide(request: PortalRequest): Promise<PortalAnswer> {
  const { filing: text, portal } = messages[request.locale];
  const { locale } = request;
  return layout(request, {
    title: text.guideTitle,
    body: html`<h1>${text.guideTitle}</h1>
<ul>${GUIDE.map((one) => html`<li><a href="#${one.id}">${inLocale(one.title, locale)}</a></li>`)}<li><a href="#answers">${text.guideAsk}</a></li></ul>
${GUIDE.map(
  (one) =>
    html`<section aria-labelledby="${one.id}"><h2 id="${one.id}">${inLocale(one.title, locale)}</h2><ul>${one.lines.map((line) => html`<li>${inLocale(line, locale)}</li>`)}</ul></section>`,
)}
<h2 id="answers">${text.guideAsk}</h2>
${LIBRARY.map((one) => answerView(one, request))}
<p><a href="/law">${portal.lawLink}</a></p>
<p><a href="/">${portal.home}</a></p>`,
  });
}

export async function accessibility(request: PortalRequest): Promise<PortalAnswer> {
  const { filing: text, portal } = messages[request.locale];
  return layout(request, {
    title: text.accessTitle,
    body: html`<h1>${text.accessTitle}</h1>
${ACCESS_TEXT.map((one) => html`<p>${inLocale(one, request.locale)}</p>`)}
<p><a href="/ask">${text.askTitle}</a></p>
<p><a href="/">${portal.home}</a></p>`,
  });
}

/** The door of operators: against a platform, against impostors, against claims made in bad faith. */
export async function operators(request: PortalRequest): Promise<PortalAnswer> {
  const { filing: text, portal } = messages[request.locale];
  const door = (href: string, title: string, what: string) =>
    html`<li class="door"><a href="${href}"><h2>${title}</h2><p>${what}</p></a></li>`;
  return layout(request, {
    title: text.operatorTitle,
    body: html`<h1>${text.operatorTitle}</h1>
<p class="lead">${text.operatorLead}</p>
<ul class="doors">
${door('/complain?door=operator&matter=platform', text.operatorRule, text.operatorRuleText)}
${door('/report?door=operator&matter=other', text.operatorFake, text.operatorFakeText)}
${door('/report?door=operator&matter=other', text.operatorMalice, text.operatorMaliceText)}
</ul>
<p><a href="/self-check">${text.operatorCheck}</a></p>
<p><a href="/">${portal.home}</a></p>`,
  });
}
