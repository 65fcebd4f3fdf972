// SPDX-License-Identifier: Apache-2.0
import type { ComplaintBody, Filer, OfficeFinding, ReportBody } from '@yiwang/contracts';
import { messages, type PortalLocale } from '../../../messages/index.ts';
import { type Html, html, type Part } from '../../html.ts';
import { layout } from '../../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../../types.ts';
import { type Answers, answersOf, dropAnswers, type FlowKind, readDrafts, shopOf } from './answers.ts';
import { type Faults, faultList, tickField } from './fields.ts';
import { officeView } from './office-view.ts';
import { findingOf, firstOpen, pathOf } from './path.ts';
import { readPeople } from './people.ts';
import { STEPS, stepWords } from './steps.ts';

const filerOf = (answers: Answers): Filer => ({
  name: answers.person,
  phone: answers.phone,
  address: answers.address || null,
  email: answers.email || null,
});

export function complaintOf(answers: Answers): ComplaintBody {
  const joint = answers.joint ? readPeople(answers.joint) : null;
  return {
    door: answers.door,
    shop: shopOf(answers),
    matter: (answers.matter || 'goods') as ComplaintBody['matter'],
    statement: answers.statement,
    happenedOn: answers.happenedOn || null,
    claims: answers.claims as ComplaintBody['claims'],
    amount: answers.amount ? Number(answers.amount) : null,
    filer: filerOf(answers),
    joint,
    consentPublish: answers.publish,
    consentEntrust: answers.entrust,
    attachments: answers.proofs.map((one) => one.ticket),
    alsoReport: answers.also ? {} : null,
  };
}

export const reportOf = (answers: Answers): ReportBody => ({
  door: answers.door,
  shop: shopOf(answers),
  matter: (answers.matter || 'goods') as ReportBody['matter'],
  statement: answers.statement,
  happenedOn: answers.happenedOn || null,
  filer: answers.anonymous ? null : filerOf(answers),
  attachments: answers.proofs.map((one) => one.ticket),
});

/** Last page before sending: every answer, the office and its article, one tick for the truth. */
export const check =
  (kind: FlowKind) =>
  async (request: PortalRequest, data: PortalData): Promise<PortalAnswer> => {
    const { filing: text } = messages[request.locale];
    const drafts = await readDrafts(data);
    const answers = answersOf(drafts, kind);
    const open = firstOpen(kind, answers);
    if (open) return { status: 303, html: '', redirect: pathOf(kind, open.slug) };
    let faults: Faults = {};
    if (request.method === 'POST') {
      if (request.form['truth']?.[0] !== 'yes') faults = { truth: text.truthNone };
      else {
        const body = kind === 'complaint' ? complaintOf(answers) : reportOf(answers);
        const sent = await data.file(kind, body, answers.key);
        if (sent.ok) {
          await dropAnswers(data, drafts, kind);
          return { status: 303, html: '', redirect: '/filed', receipt: sent.filed.receipt };
        }
        faults = {
          truth:
            sent.code === 'filing_flood' || sent.code === 'too_many_requests' ? text.tooMany : text.failed,
        };
      }
    }
    return show(request, kind, answers, faults, await findingOf(data, kind, answers));
  };

function show(
  request: PortalRequest,
  kind: FlowKind,
  answers: Answers,
  faults: Faults,
  finding: OfficeFinding | null,
): PortalAnswer {
  const { filing: text } = messages[request.locale];
  const steps = STEPS[kind];
  const first = kind === 'complaint' ? text.complainTitle : text.reportTitle;
  return layout(request, {
    title: `${text.checkQuestion} · ${first}`,
    status: Object.keys(faults).length > 0 ? 422 : 200,
    body: html`<p class="small">${first} · ${stepWords(text, steps.length + 1, steps.length + 1)}</p>
<h1>${text.checkQuestion}</h1>
<p class="lead">${text.checkHint}</p>
${faultList(text, faults)}
${finding && officeView(finding, request.locale)}
${given(kind, answers, request.locale)}
<form action="${pathOf(kind, 'check')}" method="post">
${tickField('truth', text.truth, false, faults)}
<p class="buttons"><button class="button" type="submit">${text.submit}</button>
<a class="button quiet" href="${pathOf(kind, steps.at(-1)!.slug)}">${text.back}</a></p>
</form>`,
  });
}

function given(kind: FlowKind, answers: Answers, locale: PortalLocale): Html {
  const { filing: text, claim, filingMatter } = messages[locale];
  const claims = answers.claims.map((one) => claim[one as keyof typeof claim]).join('、');
  const line = (title: string, value: Part, slug: string) =>
    html`<div><dt>${title}</dt><dd>${value || html`<span class="small">${text.nothing}</span>`} <a href="${pathOf(kind, slug)}">${text.change}<span class="hidden"> ${title}</span></a></dd></div>`;
  const person =
    answers.anonymous && kind === 'report'
      ? text.anonymous
      : [answers.person, answers.phone, answers.address, answers.email].filter(Boolean).join('，');
  return html`<dl class="facts">
${line(text.foundShop, [answers.name, answers.link, answers.platform, answers.order].filter(Boolean).join(' · '), '')}
${line(text.statement, html`<span class="written">${answers.statement}</span>`, 'what')}
${line(text.matter, filingMatter[(answers.matter || 'goods') as keyof typeof filingMatter], 'what')}
${kind === 'complaint' && line(text.claims, [claims, answers.amount && `${answers.amount} 元`, answers.also && text.alsoReport].filter(Boolean).join('；'), 'want')}
${line(text.proofs, answers.proofs.map((one) => one.name).join('、'), 'proof')}
${line(text.youQuestion, person, 'you')}
</dl>`;
}
