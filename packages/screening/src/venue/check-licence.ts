// SPDX-License-Identifier: Apache-2.0
import { nameKey, sameName, type VenueMatch } from './matches.ts';
import type { VenueCheck, VenueFacts } from './types.ts';

type Check = (facts: VenueFacts, check: VenueCheck) => VenueMatch[];

/** Once a value, however many pages show it. */
const once = (matches: VenueMatch[]): VenueMatch[] => [
  ...new Map(matches.map((match) => [`${match.field} ${match.value}`, match])).values(),
];

const identifies = (facts: VenueFacts) =>
  facts.shown.filter((one) => one.uscc !== null || one.licences.length > 0);

/**
 * Nothing that tells the licence is reached from the main page (ECL 15, O37 12). One look may have missed it, and a link
 * may lead to a picture that we do not read: both are said by a lower confidence.
 */
export const notDisplayed: Check = (facts, check) => {
  if (!facts.reach || facts.trades === 0 || facts.individual !== null) return [];
  if (identifies(facts).length > 0 || facts.emarks.length > 0 || facts.declarations.length > 0) return [];
  const sure = (facts.looks < (check.looks ?? 2) ? 0.65 : 1) * (facts.licenceLinks.length > 0 ? 0.5 : 1);
  return [{ field: 'display', value: facts.name || facts.host, url: facts.mainPage, sure }];
};

/** The licence is there, but only so many clicks away that nobody sees it. */
export const buried: Check = (facts, check) => {
  const shown = identifies(facts);
  if (!facts.reach || facts.trades === 0 || facts.kind !== 'site' || facts.emarks.length > 0) return [];
  if (shown.length === 0 || shown.some((one) => one.clicks === null || one.clicks <= (check.clicks ?? 2)))
    return [];
  const nearest = shown.toSorted((a, b) => a.clicks! - b.clicks!)[0]!;
  return [
    {
      field: 'display',
      value: nearest.name ?? nearest.uscc ?? facts.name,
      url: nearest.url,
      other: String(nearest.clicks),
    },
  ];
};

/** A credit code whose check character fails cannot have been issued (GB 32100-2015). */
export const codeInvalid: Check = (facts) =>
  once(
    facts.shown
      .filter((one) => one.uscc !== null && one.usccValid === false)
      .map((one) => ({ field: 'uscc', value: one.uscc!, url: one.url })),
  );

export const permitMalformed: Check = (facts) =>
  once(
    facts.shown.flatMap((one) =>
      one.licences
        .filter((licence) => licence.valid === false)
        .map((licence) => ({ field: 'licence', value: licence.number, url: one.url, other: licence.kind })),
    ),
  );

/** The register knows the code under another name. */
export const codeOfOther: Check = (facts) =>
  once(
    facts.shown.flatMap((one) => {
      const known = one.uscc === null ? undefined : facts.codes[one.uscc];
      if (!known?.name || one.name === null || sameName(one.name, known.name)) return [];
      return [{ field: 'uscc', value: one.uscc!, url: one.url, other: known.name }];
    }),
  );

/** The register says that the shown code's holder may not trade any more. */
export const status: Check = (facts, check) =>
  once(
    facts.shown.flatMap((one) => {
      const said = one.uscc === null ? null : (facts.codes[one.uscc]?.status ?? null);
      if (said === null || !(check.statuses ?? []).some((word) => said.includes(word))) return [];
      return [{ field: 'uscc', value: one.uscc!, url: one.url, other: said }];
    }),
  );

export const expired: Check = (facts) =>
  once(
    facts.shown.flatMap((one) =>
      one.licences
        .filter((licence) => licence.until != null && licence.until < facts.observedOn)
        .map((licence) => ({ field: 'licence', value: licence.number, url: one.url, other: licence.until! })),
    ),
  );

/** Goods that need a permit are for sale, and no permit that covers them is shown anywhere on the venue. */
export const permitMissing: Check = (facts, check) => {
  if (!facts.reach || facts.emarks.length > 0) return [];
  const goods = facts.goods.filter((one) => one.kind === check.goods);
  if (goods.length === 0) return [];
  const permits = check.permits ?? [];
  if (facts.shown.some((one) => one.licences.some((licence) => permits.includes(licence.kind)))) return [];
  const sure = (facts.licenceLinks.length > 0 ? 0.7 : 1) * (goods.length === 1 ? 0.9 : 1);
  return [
    {
      field: 'goods',
      value: goods[0]!.title,
      url: goods[0]!.url,
      other: String(goods.length),
      sure,
    },
  ];
};

/** A private seller shows none of the declarations that stand for a licence (O37 12(4)). */
export const exemptionNotDeclared: Check = (facts) => {
  if (!facts.reach || facts.trades === 0 || facts.individual === null || facts.declarations.length > 0)
    return [];
  if (facts.shown.some((one) => one.uscc !== null) || facts.emarks.length > 0) return [];
  return [
    {
      field: 'display',
      value: facts.individual,
      url: facts.mainPage,
      sure: nameKey(facts.individual) === '' ? 0.5 : 1,
    },
  ];
};
