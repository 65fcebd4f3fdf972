// SPDX-License-Identifier: Apache-2.0
import { registrable, type VenueMatch } from './matches.ts';
import type { VenueCheck, VenueFacts } from './types.ts';

type Check = (facts: VenueFacts, check: VenueCheck) => VenueMatch[];

/** No link to an electronic mark: a breach only where an overlay makes it a duty (O37 12(2) merely encourages it). */
export const emarkMissing: Check = (facts, check) => {
  if (!facts.reach || facts.trades === 0 || facts.kind !== 'site' || facts.emarks.length > 0) return [];
  if (facts.emarkDuty !== (check.duty ?? false) || facts.individual !== null) return [];
  const sure = facts.looks < 2 ? 0.75 : 1;
  return [{ field: 'display', value: facts.name || facts.host, url: facts.mainPage, sure }];
};

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).hostname.toLowerCase() : '');
const under = (host: string, suffix: string): boolean => host === suffix || host.endsWith(`.${suffix}`);

/** A mark that looks like an official register's and stands under somebody else's domain. */
export const emarkImitated: Check = (facts, check) =>
  facts.emarks.flatMap(({ url, page }) => {
    const host = hostOf(url);
    if (host === '' || (check.genuine ?? []).some((suffix) => under(host, suffix))) return [];
    const part = (check.imitates ?? []).find((name) => host.includes(name));
    if (part === undefined) return [];
    return [{ field: 'emark', value: url, url: page, other: registrable(host) }];
  });

const CODE = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}(?![0-9A-Z])/g;

/** The mark's address carries the code of a firm that the venue does not name. */
export const emarkOfOther: Check = (facts) => {
  const own = new Set(facts.shown.flatMap((one) => (one.uscc === null ? [] : [one.uscc])));
  if (own.size === 0) return [];
  return facts.emarks.flatMap(({ url, page }) => {
    const code = url.toUpperCase().match(CODE)?.[0];
    if (code === undefined || own.has(code)) return [];
    return [{ field: 'emark', value: url, url: page, other: `${code} ≠ ${[...own].join(', ')}` }];
  });
};
