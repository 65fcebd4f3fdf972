// SPDX-License-Identifier: Apache-2.0
import { format, messages, type PortalLocale, toHant } from '../../messages/index.ts';
import { type Html, html } from '../html.ts';
import type { PortalRequest } from '../types.ts';

/** The words of a text that comes in both languages. */
export const inLocale = (text: { zh: string; en: string }, locale: PortalLocale): string =>
  locale === 'en'
    ? text.en || text.zh
    : locale === 'zh-Hant'
      ? toHant(text.zh || text.en)
      : text.zh || text.en;

/** Links between the three law pages; where one stands is said to a screen reader as well. */
export function lawTabs(request: PortalRequest): Html {
  const text = messages[request.locale].law;
  const tab = (path: string, title: string) =>
    html`<a href="${path}"${request.path === path ? html` aria-current="page"` : null}>${title}</a>`;
  return html`<nav class="tabs" aria-label="${text.title}">${tab('/law', text.browse)} ${tab('/law/due', text.due)} ${tab('/law/office', text.office)}</nav>`;
}

interface Cited {
  instrument: string;
  article: string;
  certainty: string | null;
  title?: { zh: string; en: string };
}

/** Cited articles, each with how sure the reading is; nothing citable is said, not hidden. */
export function basisList(basis: readonly Cited[], locale: PortalLocale): Html {
  const text = messages[locale].law;
  if (basis.length === 0) return html`<p>${text.unverified}</p>`;
  return html`<ul>${basis.map(
    (one) =>
      html`<li>${one.title ? inLocale(one.title, locale) : one.instrument} ${one.article && format(text.article, { article: one.article })} ${one.certainty && html`<span class="small">(${one.certainty})</span>`}</li>`,
  )}</ul>`;
}

/** The reckoning in words, line by line. */
export const derivationList = (lines: readonly { zh: string; en: string }[], locale: PortalLocale): Html =>
  html`<ol>${lines.map((line) => html`<li>${inLocale(line, locale)}</li>`)}</ol>`;

export const option = (value: string, title: string, chosen: string): Html =>
  html`<option value="${value}"${value === chosen ? html` selected` : null}>${title}</option>`;
