// SPDX-License-Identifier: Apache-2.0
import { messages } from '../../messages/index.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalRequest } from '../types.ts';

/** First page: one question, three doors. A door that does not open yet says so and names the way that does. */
export async function home(request: PortalRequest): Promise<PortalAnswer> {
  const text = messages[request.locale].portal;
  const closed = (title: string, what: string) =>
    html`<li class="door closed"><h2>${title}</h2><p>${what}</p><p class="state">${text.doorClosed}</p></li>`;
  return layout(request, {
    title: text.homeTitle,
    body: html`<h1>${text.homeTitle}</h1>
<p class="lead">${text.homeLead}</p>
<ul class="doors">
<li class="door"><a href="/shop"><h2>${text.doorShop}</h2><p>${text.doorShopText}</p></a></li>
${closed(text.doorComplain, text.doorComplainText)}
${closed(text.doorReport, text.doorReportText)}
</ul>
<p><a href="/law">${messages[request.locale].portal.lawLink}</a></p>
<section class="note" aria-labelledby="filing">
<h2 id="filing">${text.filingTitle}</h2>
<p>${text.filingText}</p>
<p><a class="button quiet" href="tel:12315">${text.filingCall}</a></p>
</section>`,
  });
}
