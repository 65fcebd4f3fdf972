// SPDX-License-Identifier: Apache-2.0
import type { Reckoning } from '@yiwang/contracts';
import { format, messages, type PortalLocale } from '../../messages/index.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../types.ts';
import { basisList, derivationList, inLocale, lawTabs, option } from './law-parts.ts';

/** When something is due: a clock and its first day in, the day and the reckoning in words out. */
export async function lawDue(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const { law: text, portal } = messages[request.locale];
  const clock = request.query['clock'] ?? 'complaint.accept';
  const from = request.query['from'] ?? '';
  const shelf = await data.listLaw('clocks', '', '');
  const clocks = shelf.ok
    ? [...new Map(shelf.rows.map((row) => [row.id.split('@')[0]!, row])).entries()]
    : [];
  const dot = clock.indexOf('.');
  const found =
    from === '' || dot < 1
      ? null
      : await data.reckonDue({ procedure: clock.slice(0, dot), clock: clock.slice(dot + 1), from });
  const trigger = (row: (typeof clocks)[number][1]) =>
    row.lines[0] ? ` – ${inLocale(row.lines[0].value, request.locale)}` : '';
  return layout(request, {
    title: text.due,
    status: found && !found.ok ? 422 : 200,
    body: html`<h1>${text.due}</h1>
${lawTabs(request)}
${found && !found.ok && html`<p class="problem" role="alert">${text.dueNone}</p>`}
${found?.ok && reckoning(found.answer, request.locale)}
<form action="/law/due" method="get">
<label for="clock">${text.clock}</label>
<select id="clock" name="clock">${clocks.map(([id, row]) => option(id, `${id}${trigger(row)}`, clock))}</select>
<label for="from">${text.from}</label>
<input id="from" name="from" type="date" required value="${from}">
<button class="button" type="submit">${text.reckon}</button>
</form>
<p class="small">${text.disclaimer}</p>
<p><a href="/">${portal.home}</a></p>`,
  });
}

function reckoning(answer: Reckoning, locale: PortalLocale): Html {
  const text = messages[locale].law;
  return html`<section class="result" aria-labelledby="answer">
<h2 id="answer">${answer.due ? format(text.dueOn, { day: answer.due }) : text.dueNone}</h2>
${answer.provisional && html`<p>${text.provisional}</p>`}
<h3>${text.derivation}</h3>
${derivationList(answer.derivation, locale)}
<h3>${text.basis}</h3>
${basisList(answer.basis, locale)}
</section>`;
}
