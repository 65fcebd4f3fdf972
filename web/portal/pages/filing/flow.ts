// SPDX-License-Identifier: Apache-2.0
import type { OfficeFinding } from '@yiwang/contracts';
import { format, messages } from '../../../messages/index.ts';
import { html } from '../../html.ts';
import { layout } from '../../layout.ts';
import type { PortalAnswer, PortalData, PortalPage, PortalRequest } from '../../types.ts';
import {
  type Answers,
  answersOf,
  type Drafts,
  dropAnswers,
  type FlowKind,
  keepAnswers,
  readDrafts,
} from './answers.ts';
import { check } from './check.ts';
import { type Faults, faultList } from './fields.ts';
import { officeView } from './office-view.ts';
import { findingOf, pathOf } from './path.ts';
import { STEPS, type Step, stepWords } from './steps.ts';

/** The step that follows; after the last the answers are checked. */
const after = (kind: FlowKind, step: Step): string => {
  const steps = STEPS[kind];
  return pathOf(kind, steps[steps.indexOf(step) + 1]?.slug ?? 'check');
};

/** A page of the flow: shows its question, takes its form, goes on to the next. */
const page =
  (kind: FlowKind, step: Step) =>
  async (request: PortalRequest, data: PortalData): Promise<PortalAnswer> => {
    const drafts = await readDrafts(data);
    let answers = answersOf(drafts, kind);
    if (request.query['door'] === 'operator' || request.query['door'] === 'consumer')
      answers = { ...answers, door: request.query['door'] };
    if (request.query['matter'] && answers.matter === '')
      answers = { ...answers, matter: request.query['matter'] };
    if (request.query['link'] && answers.link === '')
      answers = { ...answers, link: request.query['link'].slice(0, 2000) };
    if (request.method === 'POST') return take(request, data, kind, step, drafts, answers);
    const finding = step.slug === 'what' ? await findingOf(data, kind, answers) : null;
    return show(request, kind, step, answers, {}, finding);
  };

async function take(
  request: PortalRequest,
  data: PortalData,
  kind: FlowKind,
  step: Step,
  drafts: Drafts,
  before: Answers,
): Promise<PortalAnswer> {
  const { filing: text } = messages[request.locale];
  const asked = request.form['do']?.[0] ?? 'next';
  if (asked === 'discard') {
    await dropAnswers(data, drafts, kind);
    return { status: 303, html: '', redirect: '/?discarded=1' };
  }
  const given = await data.handIn();
  const taken = step.read(before, request.form);
  const answers = given.ok ? { ...taken, proofs: [...taken.proofs, ...given.items].slice(0, 10) } : taken;
  const faults: Faults = {
    ...(given.ok
      ? {}
      : {
          [step.slug === '' ? 'picture' : 'file']: format(text.proofRefused, {
            name: text.proofFile,
            reason: given.reason,
          }),
        }),
    ...(asked === 'next' ? step.check(answers, text, kind) : {}),
  };
  await keepAnswers(data, drafts, kind, answers);
  if (Object.keys(faults).length > 0) return show(request, kind, step, answers, faults, null, 422);
  return {
    status: 303,
    html: '',
    redirect: asked === 'upload' ? pathOf(kind, step.slug) : after(kind, step),
  };
}

function show(
  request: PortalRequest,
  kind: FlowKind,
  step: Step,
  answers: Answers,
  faults: Faults,
  finding: OfficeFinding | null,
  status = 200,
): PortalAnswer {
  const { filing: text } = messages[request.locale];
  const steps = STEPS[kind];
  const n = steps.indexOf(step);
  const title = step.title(text, kind);
  const first = kind === 'complaint' ? text.complainTitle : text.reportTitle;
  return layout(request, {
    title: `${title} · ${first}`,
    status,
    body: html`<p class="small">${first} · ${stepWords(text, n + 1, steps.length + 1)}</p>
<h1>${title}</h1>
${faultList(text, faults)}
${finding && officeView(finding, request.locale)}
<form action="${pathOf(kind, step.slug)}" method="post" enctype="multipart/form-data" novalidate>
${step.view({ kind, answers, faults, locale: request.locale, finding })}
<p class="buttons"><button class="button" name="do" value="next" type="submit">${text.next}</button>
${n > 0 && html`<a class="button quiet" href="${pathOf(kind, steps[n - 1]!.slug)}">${text.back}</a>`}</p>
<p class="small">${text.kept} <button class="link" name="do" value="discard" type="submit" formnovalidate>${text.discard}</button></p>
</form>`,
  });
}

/** Every page of filing a complaint or a report. */
export const filingPages: readonly PortalPage[] = (['complaint', 'report'] as const).flatMap((kind) => [
  ...STEPS[kind].map((step) => ({ path: pathOf(kind, step.slug), page: page(kind, step) })),
  { path: pathOf(kind, 'check'), page: check(kind) },
]);
