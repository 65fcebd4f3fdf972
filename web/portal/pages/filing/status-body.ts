// SPDX-License-Identifier: Apache-2.0
import type { FilingStatus } from '@yiwang/contracts';
import { format, messages, type PortalLocale } from '../../../messages/index.ts';
import { day } from '../../day.ts';
import { type Html, html, type Part } from '../../html.ts';
import type { PortalRequest } from '../../types.ts';
import { basisList, derivationList, inLocale } from '../law-parts.ts';
import { choiceField } from './fields.ts';

type Item = FilingStatus['items'][number];
const at = (value: string, locale: PortalLocale) => day(value, locale);

function clocks(item: Item, locale: PortalLocale): Part {
  const { filing: text } = messages[locale];
  const words = {
    running: text.clockRunning,
    paused: text.clockPaused,
    met: text.clockMet,
    lapsed: text.clockLapsed,
  };
  return item.clocks
    .filter((clock) => clock.due !== null)
    .map(
      (clock) =>
        html`<div class="note"><p><strong>${format(words[clock.state], { title: inLocale(clock.title, locale), day: at(`${clock.due}T04:00:00Z`, locale) })}</strong></p>
<details><summary>${text.clockWhy}</summary>${derivationList(clock.derivation, locale)}${basisList(clock.basis, locale)}</details></div>`,
    );
}

function steps(item: Item, locale: PortalLocale): Html {
  const { filing: text } = messages[locale];
  return html`<h3>${text.steps}</h3><ol class="steps">${item.steps.map(
    (step) =>
      html`<li><strong>${inLocale(step.title, locale)}</strong> <span class="small">${at(step.at, locale)}</span>${step.note && html`<br><span class="written">${step.note}</span>`}</li>`,
  )}</ol>`;
}

function talk(item: Item, index: number, locale: PortalLocale): Html {
  const { filing: text } = messages[locale];
  return html`<h3>${text.talk}</h3>
${item.talk.length === 0 ? html`<p class="small">${text.talkNone}</p>` : html`<ol class="talk">${item.talk.map((one) => html`<li class="${one.side}"><strong>${one.side === 'filer' ? text.talkYou : text.talkOffice}</strong> <span class="small">${at(one.at, locale)}</span><br><span class="written">${one.text}</span></li>`)}</ol>`}
<form action="/status" method="post"><input type="hidden" name="item" value="${index}">
<label for="text-${index}">${text.talkWrite}</label>
<textarea id="text-${index}" name="text" rows="3" maxlength="3000" required></textarea>
<button class="button quiet" name="do" value="write" type="submit">${text.talkSend}</button></form>`;
}

function reads(item: Item, locale: PortalLocale): Html {
  const { filing: text, identityPurpose } = messages[locale];
  return html`<details><summary>${text.reads}</summary>${
    item.identityReads.length === 0
      ? html`<p>${text.readsNone}</p>`
      : html`<ul>${item.identityReads.map((one) => html`<li>${at(one.at, locale)} · ${one.office} · ${identityPurpose[one.purpose as keyof typeof identityPurpose] ?? one.purpose}</li>`)}</ul>`
  }</details>`;
}

function may(item: Item, index: number, locale: PortalLocale): Part {
  const { filing: text } = messages[locale];
  return [
    item.can.includes('rate') &&
      html`<form action="/status" method="post"><input type="hidden" name="item" value="${index}">
${choiceField({ name: 'stars', legend: text.rateTitle, chosen: ['5'], faults: {}, options: ['5', '4', '3', '2', '1'].map((value) => ({ value, title: value })) })}
<button class="button quiet" name="do" value="rate" type="submit">${text.rateSend}</button></form>`,
    item.can.includes('withdraw') &&
      html`<details><summary>${text.withdraw}</summary><form action="/status" method="post"><input type="hidden" name="item" value="${index}">
<p class="hint">${text.withdrawHint}</p><label for="note-${index}">${text.withdrawNote} <span class="small">(${text.optional})</span></label>
<input id="note-${index}" name="note" type="text" maxlength="1000">
<button class="button quiet" name="do" value="withdraw" type="submit">${text.withdraw}</button></form></details>`,
  ];
}

/** A filing as whoever holds its code sees it: steps with dates, the running clock in words, what one can do now. */
export function statusBody(request: PortalRequest, status: FilingStatus, said: string | null): Html {
  const { locale } = request;
  const { filing: text, filingKind } = messages[locale];
  return html`<h1>${status.title}</h1>
<p class="lead">${format(text.since, { day: at(status.receivedAt, locale) })}</p>
${said && html`<p class="note" role="status">${said}</p>`}
${status.items.map(
  (item, index) => html`<section class="result" aria-labelledby="item-${index}">
<h2 id="item-${index}">${filingKind[item.kind]} · ${inLocale(item.stateTitle, locale)}</h2>
<dl class="facts"><div><dt>${text.number}</dt><dd>${item.number}</dd></div><div><dt>${text.office}</dt><dd>${item.office}</dd></div></dl>
${clocks(item, locale)}${steps(item, locale)}${talk(item, index, locale)}${may(item, index, locale)}${reads(item, locale)}
</section>`,
)}
<h2>${text.proofs}</h2>
${status.attachments.length === 0 ? html`<p>${text.proofNone}</p>` : html`<ul>${status.attachments.map((one) => html`<li>${one.name} <span class="small">${at(one.receivedAt, locale)} · SHA-256 ${one.sha256}</span></li>`)}</ul>`}
<form action="/status" method="post" enctype="multipart/form-data"><label for="more">${text.more}</label><p class="hint" id="more-hint">${text.proofHint}</p>
<input id="more" name="file" type="file" multiple required aria-describedby="more-hint"><button class="button quiet" name="do" value="proof" type="submit">${text.proofAdd}</button></form>
<details><summary>${text.proofCheck}</summary><form action="/status" method="post" enctype="multipart/form-data"><label for="same">${text.proofCheckFile}</label>
<input id="same" name="file" type="file" required><button class="button quiet" name="do" value="check" type="submit">${text.proofCheckButton}</button></form></details>
<form action="/status" method="post"><button class="button quiet" name="do" value="close" type="submit">${text.statusClose}</button></form>`;
}
