// SPDX-License-Identifier: Apache-2.0
import { LAW_SHELVES, type LawRow, type LawShelf } from '@yiwang/contracts';
import { format, messages, type PortalLocale } from '../../messages/index.ts';
import { html } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../types.ts';
import { basisList, inLocale, lawTabs, option } from './law-parts.ts';

/** As many rows as a phone reads without weighing it down; the search narrows the rest. */
const SHOWN = 40;

/** The law on the shelf for everybody: duties, violations, grounds … with sources, and what is uncertain, openly. */
export async function law(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const { law: text, lawShelf, portal } = messages[request.locale];
  const asked = request.query['shelf'] ?? '';
  const shelf = (LAW_SHELVES as readonly string[]).includes(asked) ? (asked as LawShelf) : 'duties';
  const q = (request.query['q'] ?? '').trim().slice(0, 200);
  const found = await data.listLaw(shelf, q, '');
  return layout(request, {
    title: text.title,
    status: found.ok ? 200 : 503,
    body: html`<h1>${text.title}</h1>
<p class="lead">${text.line}</p>
${lawTabs(request)}
<form action="/law" method="get">
<label for="shelf">${text.shelf}</label>
<select id="shelf" name="shelf">${LAW_SHELVES.map((one) => option(one, lawShelf[one], shelf))}</select>
<label for="q">${text.search}</label>
<input id="q" name="q" type="search" maxlength="200" value="${q}">
<button class="button" type="submit">${text.browse}</button>
</form>
${
  found.ok &&
  html`<p class="small">${format(text.count, { count: found.rows.length, on: found.on })}</p>
${found.rows.length === 0 && html`<p>${text.empty}</p>`}
${found.rows.slice(0, SHOWN).map((row) => rowView(row, request.locale))}`
}
<p class="small">${text.disclaimer}</p>
<p><a href="/">${portal.home}</a></p>`,
  });
}

function rowView(row: LawRow, locale: PortalLocale) {
  const text = messages[locale].law;
  return html`<section class="result"><h2>${inLocale(row.title, locale)}</h2>
${row.from && html`<p class="small">${row.to ? format(text.span, { from: row.from, to: row.to }) : format(text.since, { from: row.from })}</p>`}
<dl class="facts">${row.lines.map((line) => html`<div><dt>${inLocale(line.name, locale)}</dt><dd>${inLocale(line.value, locale)}</dd></div>`)}</dl>
${row.citations.length > 0 && basisList(row.citations, locale)}</section>`;
}
