// SPDX-License-Identifier: Apache-2.0
import { messages } from '../../../messages/index.ts';
import { html } from '../../html.ts';
import { layout } from '../../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../../types.ts';
import { basisList, inLocale } from '../law-parts.ts';
import { findAnswers, type LibraryAnswer } from './answers-library.ts';
import { type Faults, faultList, longField, textField } from './fields.ts';

/** 咨询: ready answers first, then a question of one's own. */
export async function ask(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const { filing: text } = messages[request.locale];
  const question = (request.form['question']?.[0] ?? '').trim().slice(0, 5000);
  const contact = (request.form['contact']?.[0] ?? '').trim().slice(0, 200);
  let faults: Faults = {};
  if (request.method === 'POST') {
    if ([...question].length < 5) faults = { question: text.statementShort };
    else {
      const sent = await data.file(
        'inquiry',
        { question, filer: contact === '' ? null : { name: '—', phone: contact.slice(0, 40) } },
        (request.form['key']?.[0] ?? '').slice(0, 60) || globalThis.crypto.randomUUID(),
      );
      if (sent.ok) return { status: 303, html: '', redirect: '/filed', receipt: sent.filed.receipt };
      faults = {
        question:
          sent.code === 'filing_flood' || sent.code === 'too_many_requests' ? text.tooMany : text.failed,
      };
    }
  }
  const q = (request.query['q'] ?? '').slice(0, 200);
  const found = findAnswers(q, request.locale === 'en' ? 'en' : 'zh');
  return layout(request, {
    title: text.askTitle,
    status: Object.keys(faults).length > 0 ? 422 : 200,
    body: html`<h1>${text.askTitle}</h1>
<form action="/ask" method="get">
${textField({ name: 'q', label: text.askSearch, type: 'search', value: q, faults: {} })}
<button class="button quiet" type="submit">${text.askFind}</button>
</form>
${found.length === 0 ? html`<p>${text.askNoAnswer}</p>` : found.map((one) => answerView(one, request))}
<h2>${text.askOwn}</h2>
${faultList(text, faults)}
<form action="/ask" method="post">
<input type="hidden" name="key" value="${globalThis.crypto.randomUUID()}">
${longField({ name: 'question', label: text.askQuestion, value: question, faults, rows: 5, required: true })}
${textField({ name: 'contact', label: text.askPhone, value: contact, faults })}
<button class="button" type="submit">${text.askSend}</button>
</form>`,
  });
}

export const answerView = (one: LibraryAnswer, request: PortalRequest) =>
  html`<details id="${one.id}"><summary>${inLocale(one.question, request.locale)}</summary><p>${inLocale(one.answer, request.locale)}</p>${one.basis.length > 0 && basisList(one.basis, request.locale)}</details>`;
