// SPDX-License-Identifier: Apache-2.0
import { messages } from '../../messages/index.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalRequest } from '../types.ts';

/** The pages for an address that is not there and for a fault of ours: what happened, what is safe, what to do. */
export function failurePage(request: PortalRequest, status: 404 | 500): PortalAnswer {
  const text = messages[request.locale].portal;
  const title = status === 404 ? text.notFoundTitle : text.errorTitle;
  return layout(request, {
    title,
    status,
    body: html`<h1>${title}</h1>
<p class="lead">${status === 404 ? text.notFoundText : text.errorText}</p>
<p><a class="button" href="/">${text.home}</a></p>`,
  });
}
