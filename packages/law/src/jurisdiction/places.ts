// SPDX-License-Identifier: Apache-2.0
import { readDay } from '../day.ts';
import { resolveDivision } from '../divisions/resolve.ts';
import type { Ground, Group, JurisdictionInput, Office } from './model.ts';

const office = (value: unknown): Office | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;

/** Whether two texts name one place: the same text, or name and code of one division. */
export function samePlace(a: Office, b: Office): boolean {
  if (a === b) return true;
  const x = resolveDivision(a);
  return x !== null && x === resolveDivision(b);
}

export const includesPlace = (list: readonly Office[], one: Office): boolean =>
  list.some((other) => samePlace(other, one));

export function uniquePlaces(list: readonly (Office | null)[]): Office[] {
  const out: Office[] = [];
  for (const one of list) if (one !== null && !includesPlace(out, one)) out.push(one);
  return out;
}

/** Offices in order of time from a name, a list, a list of `{office,date}`, or `{office: day}`. */
export function readOrder(value: unknown): Office[] {
  if (typeof value === 'string') return readDay(value) === null && office(value) ? [value.trim()] : [];
  const rows: { office: Office; date: string }[] = [];
  if (Array.isArray(value))
    for (const one of value as unknown[]) {
      if (office(one)) rows.push({ office: office(one)!, date: '' });
      else if (Array.isArray(one) && office(one[0]))
        rows.push({ office: office(one[0])!, date: String(one[1] ?? '') });
      else if (typeof one === 'object' && one !== null) {
        const row = one as Record<string, unknown>;
        const name = office(row['office'] ?? row['at'] ?? row['by']);
        if (name) rows.push({ office: name, date: String(row['date'] ?? row['on'] ?? '') });
      }
    }
  else if (typeof value === 'object' && value !== null)
    for (const [name, date] of Object.entries(value)) {
      const at = office(name);
      if (at) rows.push({ office: at, date: String(date ?? '') });
    }
  // Only where every row is dated does the date decide; else the order as given.
  if (rows.every((row) => readDay(row.date.slice(0, 10)) !== null))
    rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return uniquePlaces(rows.map((row) => row.office));
}

/** The places of an input by ground. */
export interface Places {
  at(ground: Ground): Office[];
  pf: Office | null;
  selfPublished: boolean;
  /** Who found or received it first, where it is said. */
  first: Office | null;
  /** Every place that the input names. */
  named: Office[];
}

const WORDS: Record<string, Ground> = {
  platform: 'pfDomicile',
  pfDomicile: 'pfDomicile',
  operates: 'operates',
  domicile: 'domicile',
  advertiser: 'advertiser',
  agent: 'agent',
  publisher: 'publisher',
  shown: 'shown',
};

/** Reads the places; what is missing stays missing, nothing is guessed from a neighbour. */
export function readPlaces(input: JurisdictionInput, group: Group): Places {
  const { role } = input;
  const domicile = office(input.domicile);
  const operates = office(input.operates);
  const pf = office(input.pfDomicile) ?? (role === 'platform' ? domicile : null);
  const own = operates ?? domicile;
  const advertiser =
    office(input.advertiser) ??
    (role === 'advertiser'
      ? (domicile ?? operates)
      : role === 'agent' || role === 'publisher' || role === 'endorser'
        ? null
        : own);
  const agent = office(input.agent) ?? (role === 'agent' ? (domicile ?? operates) : null);
  const ownPublisher = role === 'publisher' || role === 'platform' ? domicile : null;
  const stated = office(input.publisher) ?? office(input['publisherDomicile']);
  const elsewhere =
    stated ??
    (role === 'advertiser' || role === 'agent' || role === 'endorser' ? office(input.pfDomicile) : null);
  const publisher = elsewhere ?? ownPublisher;
  const selfPublished =
    input.selfPublished === true ||
    (group === 'ad' &&
      input.selfPublished !== false &&
      publisher === null &&
      role !== 'agent' &&
      role !== 'endorser');
  const at = (ground: Ground): Office[] => {
    switch (ground) {
      case 'operates':
        return uniquePlaces([operates]);
      case 'domicile':
        return uniquePlaces([domicile]);
      case 'operator':
        return uniquePlaces([operates, domicile]);
      case 'shown':
        return uniquePlaces([office(input.shown)]);
      case 'pfDomicile':
        return uniquePlaces([pf]);
      case 'act':
        return uniquePlaces([office(input.act) ?? own]);
      case 'publisher':
        return uniquePlaces([publisher]);
      case 'advertiser':
        return uniquePlaces([advertiser]);
      case 'agent':
        return uniquePlaces([agent]);
    }
  };
  const received = readOrder(input.received);
  const finder = office(input.firstFinder) ?? office(input['firstReceiver']);
  const word = finder === null ? undefined : WORDS[finder];
  const first =
    (word ? at(word)[0] : finder) ??
    received[0] ??
    (input.kind === 'complaint' ? null : office(input.lodgedAt)) ??
    null;
  const named = uniquePlaces([
    operates,
    domicile,
    office(input.shown),
    office(input.pfDomicile),
    office(input.act),
    stated,
    office(input.advertiser),
    office(input.agent),
    office(input['server']),
    office(input['consumer']),
    office(input.lodgedAt),
    ...received,
    ...readOrder(input.opened),
    office(input.openedBy),
    word ? null : finder,
  ]);
  return { at, pf, selfPublished, first, named };
}
