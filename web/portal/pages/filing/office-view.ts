// SPDX-License-Identifier: Apache-2.0
import type { OfficeFinding } from '@yiwang/contracts';
import { messages, type PortalLocale } from '../../../messages/index.ts';
import { type Html, html } from '../../html.ts';
import { basisList, derivationList, inLocale } from '../law-parts.ts';

const row = (name: string, value: string | null) =>
  value && html`<div><dt>${name}</dt><dd>${value}</dd></div>`;

/** Shop, other side and the office that gets it, with the article: shown before anything is sent. */
export function officeView(finding: OfficeFinding, locale: PortalLocale): Html {
  const { filing: text } = messages[locale];
  const { shop } = finding;
  const known = shop.operator ?? shop.uscc ?? shop.platform;
  const names = (list: OfficeFinding['primary']) => list.map((one) => one.name).join('、');
  return html`<section class="result" aria-labelledby="found">
<h2 id="found">${text.found}</h2>
${!known && html`<p>${text.notFoundShop}</p>`}
<dl class="facts">${row(text.foundShop, shop.name)}${row(text.foundPlatform, shop.platform)}${row(text.foundOperator, shop.operator)}${row(text.foundAddress, shop.address)}${row(text.foundOffice, finding.agency.name)}${finding.how !== 'sure' && finding.primary.length > 0 && row(text.foundLegal, names(finding.primary))}${finding.may.length > 0 && row(text.foundMay, names(finding.may))}</dl>
${finding.doubt && html`<p>${inLocale(finding.doubt, locale)}</p>`}
<details><summary>${text.foundWhy}</summary>${derivationList(finding.derivation, locale)}<p>${text.foundBasis}</p>${basisList(finding.basis, locale)}</details>
</section>`;
}
