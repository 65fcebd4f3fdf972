// SPDX-License-Identifier: Apache-2.0
import { ask } from './pages/filing/ask.ts';
import { filed } from './pages/filing/filed.ts';
import { filingPages } from './pages/filing/flow.ts';
import { status } from './pages/filing/status.ts';
import { accessibility, guide, operators } from './pages/guide.ts';
import { home } from './pages/home.ts';
import { law } from './pages/law.ts';
import { lawDue } from './pages/law-due.ts';
import { lawOffice } from './pages/law-office.ts';
import { selfCheck } from './pages/self-check.ts';
import { shop } from './pages/shop.ts';
import type { PortalPage } from './types.ts';

export type { Fault as AnswerFault } from './pages/answer/answer-form.ts';
export { type AnswerState, answerPage, goneAnswerPage } from './pages/answer/answer-page.ts';
export { failurePage } from './pages/failure.ts';
export { readRequest } from './read-request.ts';
export type { PortalAnswer, PortalData, PortalPage, PortalRequest } from './types.ts';

/**
 * The public pages. The server makes the request with `readRequest`, hands in the data and sends what comes back as
 * `text/html; charset=utf-8` with a policy of `default-src 'none'; style-src 'self'; img-src 'self'; form-action
 * 'self'; base-uri 'none'; frame-ancestors 'none'`.
 */
export const portal: readonly PortalPage[] = [
  { path: '/', page: home },
  { path: '/shop', page: shop },
  { path: '/self-check', page: selfCheck },
  ...filingPages,
  { path: '/filed', page: filed },
  { path: '/status', page: status },
  { path: '/ask', page: ask },
  { path: '/operators', page: operators },
  { path: '/guide', page: guide },
  { path: '/accessibility', page: accessibility },
  { path: '/law', page: law },
  { path: '/law/due', page: lawDue },
  { path: '/law/office', page: lawOffice },
];

/** Files that the pages ask for; the server reads them once. */
export const portalFiles: readonly { path: string; contentType: string; file: URL }[] = [
  {
    path: '/portal.css',
    contentType: 'text/css; charset=utf-8',
    file: new URL('./style.css', import.meta.url),
  },
  { path: '/portal.svg', contentType: 'image/svg+xml', file: new URL('./mark.svg', import.meta.url) },
];
