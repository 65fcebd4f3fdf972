// SPDX-License-Identifier: Apache-2.0
import type { FilingStatus } from '@yiwang/contracts';
import { format, messages } from '../../../messages/index.ts';
import { day } from '../../day.ts';
import { html } from '../../html.ts';
import { layout } from '../../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../../types.ts';

/** After sending: the receipt code, who has it, by when something happens. Opened by a cookie, so the code is in no address. */
export async function filed(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const { filing: text, filingKind, portal } = messages[request.locale];
  const found = request.receipt === null ? null : await data.status(request.receipt);
  if (!found?.ok || request.receipt === null) return { status: 303, html: '', redirect: '/status' };
  const { status } = found;
  return layout(request, {
    title: text.sentTitle,
    body: html`<h1>${text.sentTitle}</h1>
<p class="lead">${text.sentLead}</p>
<section class="result" aria-labelledby="receipt"><h2 id="receipt">${text.receipt}</h2>
<p class="receipt">${request.receipt}</p><p class="small">${text.print}</p></section>
${status.items.length > 1 && html`<p>${text.sentSplit}</p>`}
<ul>${status.items.map((item) => html`<li>${filingKind[item.kind]} ${item.number} · ${item.office}</li>`)}</ul>
<h2>${text.sentNext}</h2>
<ol class="next">${status.items.map((item) => html`<li>${comes(item, request)}</li>`)}<li>${text.sentPage}</li></ol>
${
  status.attachments.length > 0 &&
  html`<details><summary>${text.sentDigest}</summary><ul>${status.attachments.map((one) => html`<li>${one.name} <span class="small">SHA-256 ${one.sha256}</span></li>`)}</ul></details>`
}
<p class="buttons"><a class="button" href="/status">${text.openStatus}</a> <a class="button quiet" href="/">${portal.home}</a></p>`,
  });
}

function comes(item: FilingStatus['items'][number], request: PortalRequest): string {
  const { filing: text } = messages[request.locale];
  const clock = item.clocks.find((one) => one.due !== null && one.state === 'running');
  const values = {
    office: item.office,
    day: clock?.due ? day(`${clock.due}T04:00:00Z`, request.locale) : '—',
  };
  const words = {
    complaint: text.sentNextComplaint,
    report: text.sentNextReport,
    inquiry: text.sentNextAsk,
  }[item.kind];
  return format(words, values);
}
