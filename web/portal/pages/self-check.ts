// SPDX-License-Identifier: Apache-2.0
import type { SelfCheckAnswer, SelfCheckBody, SelfCheckFinding } from '@yiwang/contracts';
import { format, messages, type PortalLocale } from '../../messages/index.ts';
import { type Html, html, type Part } from '../html.ts';
import { layout } from '../layout.ts';
import type { PortalAnswer, PortalData, PortalRequest } from '../types.ts';
import { inLocale } from './law-parts.ts';

const FIELDS = ['title', 'description', 'category', 'shop'] as const;
const SURE = 0.5;

/** A text with the places of its findings marked; overlapping places are one. Marks link to their findings. */
function framed(text: string, findings: readonly { start: number; end: number; n: number }[]): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { start, end, n } of [...findings].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const from = Math.max(start, at);
    if (from >= end) continue;
    parts.push(text.slice(at, from));
    parts.push(html`<mark><a href="#finding-${n}">${text.slice(from, end)}<sup>${n}</sup></a></mark>`);
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

function finding(one: SelfCheckFinding, n: number, locale: PortalLocale): Html {
  const { selfCheck: text, label } = messages[locale];
  const word = (label as Readonly<Record<string, string>>)[one.label] ?? one.label;
  return html`<li id="finding-${n}">
<h3>${word}${one.text && html`：<q>${one.text}</q>`}</h3>
<p class="${one.confidence >= SURE ? 'bad' : 'hint'}">${one.confidence >= SURE ? text.likely : text.perhaps}</p>
<dl class="facts">
<div><dt>${text.why}</dt><dd>${inLocale(one.why, locale)}</dd></div>
<div><dt>${text.mend}</dt><dd>${inLocale(one.advice, locale)}</dd></div>
<div><dt>${text.basis}</dt><dd>${
    one.basis.length === 0
      ? text.noBasis
      : one.basis.map(
          (row) =>
            html`<p>${row.title ?? row.instrument} ${format(messages[locale].law.article, { article: row.article })}</p>`,
        )
  }</dd></div>
</dl>
</li>`;
}

function answerView(answer: SelfCheckAnswer, listing: SelfCheckBody, locale: PortalLocale): Html {
  const { selfCheck: text } = messages[locale];
  const numbered = answer.findings.map((one, i) => ({ ...one, n: i + 1 }));
  if (numbered.length === 0)
    return html`<section class="result" aria-labelledby="answer"><h2 id="answer" class="good">${text.clear}</h2><p>${text.clearText}</p></section>`;
  return html`<section class="result" aria-labelledby="answer">
<h2 id="answer">${format(text.seen, { n: String(numbered.length) })}</h2>
<p>${text.seenText}</p>
<h3>${text.yourText}</h3>
${FIELDS.map((field) => {
  const value = listing[field];
  return value
    ? html`<p class="framed">${framed(
        value,
        numbered.filter((one) => one.field === field),
      )}</p>`
    : null;
})}
<ol class="findings">${numbered.map((one) => finding(one, one.n, locale))}</ol>
</section>`;
}

const amount = (text: string): number | null | undefined => {
  if (text === '') return null;
  const value = Number(text.replace(/[,，¥￥元\s]/g, ''));
  return Number.isFinite(value) && value >= 0 ? value : undefined;
};

/** 商品信息自查: a listing in, what an inspector would see out, marked in the text. Posted, so that it stands in no address; kept nowhere. */
export async function selfCheck(request: PortalRequest, data: PortalData): Promise<PortalAnswer> {
  const { selfCheck: text, portal } = messages[request.locale];
  const given = (name: string, most: number) => (request.form[name]?.[0] ?? '').trim().slice(0, most);
  const typed = {
    title: given('title', 500),
    description: given('description', 10_000),
    category: given('category', 100),
    price: given('price', 20),
    originalPrice: given('originalPrice', 20),
  };
  const price = amount(typed.price);
  const originalPrice = amount(typed.originalPrice);
  const asked = request.method === 'POST';
  const whole = typed.title !== '' && price !== undefined && originalPrice !== undefined;
  const listing: SelfCheckBody = {
    title: typed.title,
    description: typed.description || null,
    category: typed.category || null,
    price: price ?? null,
    originalPrice: originalPrice ?? null,
  };
  const found = asked && whole ? await data.selfCheck(listing) : null;
  const busy = found !== null && !found.ok && found.code === 'too_many_requests';
  const problem = !asked || found?.ok ? null : busy ? text.busy : text.wrong;
  const input = (name: 'category' | 'price' | 'originalPrice', label: string, numeric: boolean) =>
    html`<label for="${name}">${label} <span class="hint">${text.optional}</span></label>
<input id="${name}" name="${name}" type="text"${numeric ? html` inputmode="decimal"` : null} maxlength="${numeric ? 20 : 100}" autocomplete="off" value="${typed[name]}">`;
  return layout(request, {
    title: text.title,
    status: busy ? 429 : problem === null ? 200 : 422,
    body: html`<h1>${text.title}</h1>
<p class="lead">${text.lead}</p>
${problem && html`<p class="problem" id="problem" role="alert">${problem}</p>`}
${found?.ok && answerView(found.answer, listing, request.locale)}
${found?.ok && html`<h2>${text.again}</h2>`}
<form action="/self-check" method="post">
<label for="title">${text.name}</label>
<input id="title" name="title" type="text" required maxlength="500" autocomplete="off" value="${typed.title}"${problem ? html` aria-invalid="true" aria-describedby="problem"` : null}>
<label for="description">${text.description} <span class="hint">${text.optional}</span></label>
<p class="hint" id="description-hint">${text.descriptionHint}</p>
<textarea id="description" name="description" rows="6" maxlength="10000" aria-describedby="description-hint">${typed.description}</textarea>
${input('category', text.category, false)}
${input('price', text.price, true)}
${input('originalPrice', text.originalPrice, true)}
<button class="button" type="submit">${text.submit}</button>
</form>
<p class="small">${text.disclaimer}</p>
<p><a href="/">${portal.home}</a></p>`,
  });
}
