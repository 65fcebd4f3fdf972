// SPDX-License-Identifier: Apache-2.0
import type { ShopView } from '@yiwang/contracts';
import { messages, type PortalLocale } from '../../messages/index.ts';
import { day } from '../day.ts';
import { type Html, html } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../types.ts';

const row = (name: string, value: string | Html | null) =>
  value === null ? null : html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

function facts(shop: ShopView, locale: PortalLocale): Html {
  const text = messages[locale].portal;
  const { operator } = shop;
  const code =
    operator?.uscc &&
    html`<span class="code">${operator.uscc}</span>${
      operator.usccValid !== null &&
      html` <span class="${operator.usccValid ? 'good' : 'bad'}">${operator.usccValid ? text.usccValid : text.usccInvalid}</span>`
    }`;
  return html`<dl class="facts">
${row(text.shopName, shop.name)}
${row(text.shopPlatform, shop.platform)}
${row(text.operator, operator?.name ?? text.notSeen)}
${operator && row(text.uscc, code || text.notSeen)}
${operator && row(text.icp, operator.icp.join('、') || text.notSeen)}
${row(text.shopAddress, html`<span class="code">${shop.url}</span>`)}
${row(text.firstSeen, shop.firstSeenAt && day(shop.firstSeenAt, locale))}
${row(text.lastSeen, shop.lastSeenAt && day(shop.lastSeenAt, locale))}
</dl>
<p class="small">${text.sourceNote}</p>`;
}

function answer(shop: ShopView, locale: PortalLocale): Html {
  const text = messages[locale].portal;
  const heading = !shop.known ? text.shopUnknown : shop.operator ? text.shopKnown : text.shopOnlyPlace;
  return html`<section class="result" aria-labelledby="answer">
<h2 id="answer">${heading}</h2>
${!shop.known && html`<p>${text.shopUnknownText}</p>`}
${shop.known && !shop.operator && html`<p>${text.shopOnlyPlaceText}</p>`}
${shop.known && facts(shop, locale)}
<h3>${text.nextTitle}</h3>
<ol class="next">
${shop.known && shop.operator && html`<li>${text.nextCompare}</li>`}
<li>${text.nextKeep}</li>
<li>${text.nextCall}</li>
</ol>
</section>`;
}

/** 查一查这家店: a link in, what is known of the shop and its operator out. Registration facts only, no suspicion. */
export async function shop(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const text = messages[request.locale].portal;
  const link = (request.query['link'] ?? '').trim().slice(0, 2000);
  const found = link === '' ? null : await data.lookUpShop(link);
  const problem =
    found === null || found.ok
      ? null
      : found.code === 'too_many_requests'
        ? text.shopBusy
        : text.shopUnreadable;
  const form = html`<form action="/shop" method="get">
<label for="link">${text.shopLabel}</label>
<p class="hint" id="hint">${text.shopHint}</p>
${problem && html`<p class="problem" id="problem" role="alert">${problem}</p>`}
<input id="link" name="link" type="text" inputmode="url" autocomplete="off" autocapitalize="none" spellcheck="false" required maxlength="2000" value="${link}" aria-describedby="hint${problem ? ' problem' : ''}"${problem ? html` aria-invalid="true"` : null}>
<button class="button" type="submit">${text.shopSubmit}</button>
<p class="small">${text.shopNext}</p>
</form>`;
  return layout(request, {
    title: text.shopTitle,
    status: problem === null ? 200 : found && !found.ok && found.code === 'too_many_requests' ? 429 : 422,
    body: html`<h1>${text.shopTitle}</h1>
${found?.ok ? html`${answer(found.shop, request.locale)}<h2>${text.again}</h2>${form}` : html`<p class="lead">${text.shopLead}</p>${form}`}
<p><a href="/">${text.home}</a></p>`,
  });
}
