// SPDX-License-Identifier: Apache-2.0
import { messages } from '../../messages/index.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../types.ts';
import { readDrafts } from './filing/answers.ts';

/** First page: one question, three doors, and what is under way. */
export async function home(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const { portal: text, filing, selfCheck } = messages[request.locale];
  const drafts = await readDrafts(data);
  const door = (href: string, title: string, what: string) =>
    html`<li class="door"><a href="${href}"><h2>${title}</h2><p>${what}</p></a></li>`;
  const open = drafts.complaint ? '/complain' : drafts.report ? '/report' : null;
  return layout(request, {
    title: text.homeTitle,
    body: html`<h1>${text.homeTitle}</h1>
<p class="lead">${text.homeLead}</p>
${request.query['discarded'] && html`<p class="note" role="status">${filing.discarded}</p>`}
${open && html`<section class="note" aria-labelledby="under-way"><h2 id="under-way">${filing.goOn}</h2><p><a class="button quiet" href="${open}">${filing.goOnButton}</a></p></section>`}
<ul class="doors">
${door('/shop', text.doorShop, text.doorShopText)}
${door('/complain', text.doorComplain, text.doorComplainText)}
${door('/report', text.doorReport, text.doorReportText)}
</ul>
<ul class="more">
<li><a href="/status">${filing.statusTitle}</a></li>
<li><a href="/ask">${filing.askTitle}</a></li>
<li><a href="/self-check">${selfCheck.title}</a></li>
<li><a href="/operators">${filing.operatorTitle}</a></li>
<li><a href="/guide">${filing.guideTitle}</a></li>
<li><a href="/law">${text.lawLink}</a></li>
</ul>
<section class="note" aria-labelledby="filing">
<h2 id="filing">${text.filingTitle}</h2>
<p>${text.filingText}</p>
<p><a class="button quiet" href="tel:12315">${text.filingCall}</a></p>
</section>`,
  });
}
