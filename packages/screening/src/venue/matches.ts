// SPDX-License-Identifier: Apache-2.0

/** What a check found: the value it is about, where, and against what it stands. */
export interface VenueMatch {
  /** Which fact: `name`, `uscc`, `icp`, `licence`, `emark`, `goods`, `display`. */
  field: string;
  value: string;
  /** Page that shows it, or that ought to. */
  url: string;
  /** What the value stands against. */
  other?: string;
  /** Multiplies the rule's confidence, default 1. */
  sure?: number;
}

/** Letters and digits of a name, folded: `（仿真）百货店` equals `仿真百货店`. */
export const nameKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether two names may be one firm's: equal, or one the other's short form. */
export function sameName(a: string, b: string): boolean {
  const [x, y] = [nameKey(a), nameKey(b)];
  if (x === '' || y === '') return true;
  const [short, long] = x.length <= y.length ? [x, y] : [y, x];
  return long === short || (short.length >= 4 && long.includes(short));
}

const SECOND_LEVEL = /^(?:com|net|org|gov|edu|ac|co|ne|or|go)$/;

/** The part of a host that somebody registered: `a.shop.example.com.cn` → `example.com.cn`. */
export function registrable(host: string): string {
  const labels = host.toLowerCase().replace(/:\d+$/, '').split('.');
  if (labels.length < 3 || /^\d+$/.test(labels.at(-1)!)) return labels.join('.');
  const take = labels.at(-1)!.length === 2 && SECOND_LEVEL.test(labels.at(-2)!) ? 3 : 2;
  return labels.slice(-take).join('.');
}
