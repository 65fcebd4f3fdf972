// SPDX-License-Identifier: Apache-2.0
import { readDay } from '../day.ts';
import type { Certainty, Text } from '../model.ts';
import complaints from './data/complaints.json' with { type: 'json' };
import consumers from './data/consumers-ads-prices.json' with { type: 'json' };
import goods from './data/goods-data.json' with { type: 'json' };
import trade from './data/online-trade.json' with { type: 'json' };
import procedure from './data/procedure.json' with { type: 'json' };

/** A law, regulation, rule or paper with the days on which it is in force. */
export interface Instrument {
  /** Short name used in every citation, e.g. `O121`. */
  tag: string;
  slug?: string;
  /** Other short names in use, e.g. `SAMR121`. */
  aliases?: string[];
  title: Text;
  issuer?: Text;
  /** Rank decides conflicts: law > State Council regulation > ministry rule; special over general, later over earlier. */
  rank: 'law' | 'regulation' | 'rule' | 'local' | 'judicial' | 'paper';
  promulgated?: string;
  /** First day in force; absent where it was not seen. */
  from?: string;
  /** Last day in force; absent where it still is. */
  to?: string;
  /** Tag of the successor. */
  replacedBy?: string;
  certainty: Certainty;
  /** The certainty in full, where it differs by article. */
  certaintyText?: string;
  /** Date (or year) of the text that was read, where older texts of the same name exist. */
  textOf?: string;
  /** In which copy it was read. */
  read?: string;
  note?: Text;
}

/** Every instrument cited anywhere in this package, in the order of the source's §1. */
export const instruments: readonly Instrument[] = [
  ...(trade as Instrument[]),
  ...(complaints as Instrument[]),
  ...(procedure as Instrument[]),
  ...(consumers as Instrument[]),
  ...(goods as Instrument[]),
];

const index = new Map<string, Instrument>();
for (const one of instruments)
  for (const name of [one.tag, one.slug, ...(one.aliases ?? [])])
    if (name) index.set(name.toLowerCase(), one);

/** Finds an instrument by tag, slug or alias, in any case. */
export const findInstrument = (name: string): Instrument | undefined => index.get(name.trim().toLowerCase());

/** The days on which an instrument may be cited, as day numbers with open ends; `known` false where its start was not seen. */
export function windowOf(one: Instrument): { from: number; to: number; known: boolean } {
  // A text known only by its date or year is certain to be in force once that day or year is over.
  const read = one.textOf?.length === 4 ? `${one.textOf}-12-31` : one.textOf;
  const from = one.from ?? read;
  return {
    from: from === undefined ? Number.NEGATIVE_INFINITY : readDay(from)!,
    to: one.to === undefined ? Number.POSITIVE_INFINITY : readDay(one.to)!,
    known: one.from !== undefined,
  };
}

/** Whether an instrument is in force on a day (number); null where its first day was not seen and may lie later. */
export function inForce(one: Instrument, day: number): boolean | null {
  const { from, to, known } = windowOf(one);
  if (day > to) return false;
  if (known) return day >= from;
  return day >= from && from !== Number.NEGATIVE_INFINITY ? true : null;
}
