// SPDX-License-Identifier: Apache-2.0
import { registrable, sameName, type VenueMatch } from './matches.ts';
import type { VenueCheck, VenueFacts } from './types.ts';

type Check = (facts: VenueFacts, check: VenueCheck) => VenueMatch[];

/** Who runs the venue by the register is not who it says. */
export const registeredOtherwise: Check = (facts) => {
  const { registered } = facts;
  if (registered === null) return [];
  for (const one of facts.shown) {
    if (
      one.uscc !== null &&
      one.usccValid !== false &&
      registered.uscc !== null &&
      one.uscc !== registered.uscc
    )
      return [
        {
          field: 'uscc',
          value: one.uscc,
          url: one.url,
          other: `${registered.name ?? ''} ${registered.uscc}`.trim(),
        },
      ];
    if (
      one.name !== null &&
      registered.name !== null &&
      (one.uscc === null || registered.uscc === null) &&
      !sameName(one.name, registered.name)
    )
      return [{ field: 'name', value: one.name, url: one.url, other: registered.name, sure: 0.8 }];
  }
  return [];
};

/** One venue names two firms for one code, or two codes for one firm. */
export const twoIdentities: Check = (facts) => {
  const shown = facts.shown.filter(
    (one) => one.name !== null && one.uscc !== null && one.usccValid !== false,
  );
  for (const [at, one] of shown.entries())
    for (const two of shown.slice(at + 1)) {
      if (one.uscc === two.uscc && !sameName(one.name!, two.name!))
        return [{ field: 'name', value: two.name!, url: two.url, other: `${one.name} (${one.uscc})` }];
      if (one.uscc !== two.uscc && sameName(one.name!, two.name!))
        return [{ field: 'uscc', value: two.uscc!, url: two.url, other: one.uscc!, sure: 0.85 }];
    }
  return [];
};

const overlap = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

/**
 * The same code or filing number on a venue of another domain. One firm may run several sites, so the number alone says
 * nothing: the names differ, or the numbers agree and not one contact does. Only the venue we met later is pointed at.
 */
export const copiedFooter: Check = (facts, check) => {
  const found: VenueMatch[] = [];
  for (const twin of facts.twins) {
    if (twin.shares !== (check.shares ?? 'uscc') || !twin.earlier) continue;
    if (registrable(twin.host) === registrable(facts.host)) continue;
    const own = facts.shown.find((one) =>
      twin.shares === 'uscc' ? one.uscc === twin.value : one.icp.includes(twin.value),
    );
    if (!own) continue;
    const named = own.name !== null && twin.name !== null;
    const otherFirm = named && !sameName(own.name!, twin.name!);
    const coded = own.uscc !== null && twin.uscc !== null && own.uscc !== twin.uscc;
    const strangers =
      own.contacts.length > 0 && twin.contacts.length > 0 && !overlap(own.contacts, twin.contacts);
    if (!otherFirm && !coded && !strangers) continue;
    found.push({
      field: twin.shares,
      value: twin.value,
      url: own.url,
      other: `${twin.name ?? twin.host} ${twin.url}`,
      sure: otherFirm || coded ? 1 : 0.7,
    });
  }
  return found.slice(0, 1);
};
