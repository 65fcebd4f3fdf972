// SPDX-License-Identifier: Apache-2.0
import type { LinkView } from '@yiwang/contracts';
import { format, messages } from '../../../messages/index.ts';
import { day } from '../../day.ts';
import { type Html, html } from '../../html.ts';
import { layout } from '../../layout.ts';
import type { PortalAnswer, PortalRequest } from '../../types.ts';
import { answerForm, type Sent } from './answer-form.ts';

export interface AnswerState {
  view: LinkView;
  token: string;
  /** Today, `YYYY-MM-DD`. */
  today: string;
  /** Fresh for each form. */
  key: string;
  /** The answer has just arrived. */
  done: boolean;
  sent: Sent | null;
  /** What was wrong with what was sent. */
  problem: 'wrong' | 'moved' | 'busy' | null;
}

const row = (name: string, value: Html | string | null) =>
  value === null || value === '' ? null : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** The page behind a link: who wrote, what is asked, by when, on what evidence, and a form for the answer. */
export function answerPage(request: PortalRequest, state: AnswerState): PortalAnswer {
  const text = messages[request.locale].answer;
  const { view, token } = state;
  const both = (words: { zh: string; en: string }) => (request.locale === 'en' ? words.en : words.zh);
  const names = {
    office: view.office,
    recipient: view.recipient,
    number: view.number,
    procedure: both(view.procedure),
  };
  const title = format(text.title, names);
  const late = view.deadline !== null && view.deadline < state.today && view.actions.length > 0;
  const problem = { wrong: text.wrong, moved: text.moved, busy: text.busy };
  return layout(request, {
    title,
    status: state.problem ? 422 : 200,
    body: html`<h1>${title}</h1>
${
  state.done &&
  html`<section class="result" role="status"><h2>${text.done}</h2><p>${format(text.doneText, { day: day(view.steps.at(-1)?.at ?? view.expiresAt, request.locale) })}</p></section>`
}
<p class="lead">${format(text.lead, names)}</p>
<p class="note">${format(text.genuine, names)}</p>
<dl class="facts">
${row(text.state, both(view.state))}
${row(text.deadline, view.deadline)}
</dl>
${late && html`<p class="problem">${text.late}</p>`}
<h2>${text.asked}</h2>
<dl class="facts">${view.asked.map((one) => row(both(one.title), request.locale === 'en' ? one.valueEn : one.value))}</dl>
<h2>${text.about}</h2>
<dl class="facts">
${row(text.goods, html`${view.about.title}<br><span class="code">${view.about.url}</span>`)}
${row(text.shop, view.about.shop)}
${row(text.suspected, view.about.labels.join('、'))}
</dl>
${papers(request, view, token)}
${evidence(request, view, token)}
${steps(request, view)}
${state.problem && html`<p class="problem" role="alert">${problem[state.problem]}</p>`}
${
  view.actions.length > 0
    ? view.actions.map((action) => answerForm(request, view, action, state))
    : html`<p class="result">${view.ended ? text.ended : text.nothing}</p>`
}
<p class="small">${format(text.until, { day: day(view.expiresAt, request.locale) })}</p>`,
  });
}

function papers(request: PortalRequest, view: LinkView, token: string): Html | null {
  const text = messages[request.locale].answer;
  if (view.documents.length === 0) return null;
  return html`<h2>${text.papers}</h2><ul class="next">${view.documents.map(
    (one) =>
      html`<li>${request.locale === 'en' ? one.title.en : one.title.zh} ${one.number} · ${
        one.ready
          ? html`<a href="/api/links/${token}/documents/${one.id}.pdf">${text.paperOpen}</a>`
          : text.paperMaking
      }</li>`,
  )}</ul>`;
}

function evidence(request: PortalRequest, view: LinkView, token: string): Html | null {
  const text = messages[request.locale].answer;
  if (view.evidence.length === 0) return null;
  return html`<h2>${text.evidence}</h2><p class="hint">${text.evidenceHint}</p><ul class="next">${view.evidence.map(
    (one) =>
      html`<li><span class="code">${one.url}</span><br>${format(text.captured, { day: day(one.capturedAt, request.locale) })} · <a href="/api/links/${token}/evidence/${one.id}.wacz">${text.evidenceOpen}</a><br><span class="small code">SHA-256 ${one.sha256}</span></li>`,
  )}</ul>`;
}

function steps(request: PortalRequest, view: LinkView): Html | null {
  const text = messages[request.locale].answer;
  if (view.steps.length === 0) return null;
  return html`<h2>${text.steps}</h2><ol class="next">${view.steps.map(
    (one) =>
      html`<li>${request.locale === 'en' ? one.title.en : one.title.zh} · ${day(one.at, request.locale)}${one.note && html`<br><span class="small">${one.note}</span>`}</li>`,
  )}</ol>`;
}

/** The page of a link that has ended or never was. */
export function goneAnswerPage(request: PortalRequest, code: string): PortalAnswer {
  const text = messages[request.locale].answer;
  const busy = code === 'too_many_requests';
  return layout(request, {
    title: text.goneTitle,
    status: busy ? 429 : 404,
    body: html`<h1>${text.goneTitle}</h1><p class="lead">${busy ? text.busy : text.goneText}</p>`,
  });
}
