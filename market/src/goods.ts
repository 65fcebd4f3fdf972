// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { CYCLE, type Days, dateOf, phaseOf, within } from './calendar.ts';
import { seed } from './seed.ts';

/** One row of `data/goods/*.json`. Days are days of the 28-day cycle; prices are yuan. */
export interface Goods {
  id: string;
  shop: string;
  category: string;
  /** May hold `{price}`, the price of the day. */
  title: string;
  text: string;
  price: number;
  /** Price from a day of the cycle on; the first entry is for day 0. */
  steps?: [day: number, price: number][];
  /** Struck-through "original" price, and the days on which it is shown (all, unless told). */
  was?: number;
  wasOn?: Days[];
  /** Title and text on the days without the struck-through price. */
  titleOff?: string;
  textOff?: string;
  /** Days on which the goods are on sale (all, unless told). */
  on?: Days[];
  /** Words that stand in the picture and its alt text only. */
  alt?: string;
  /** The row that these goods were before they were taken down. */
  relistOf?: string;
  labels?: string[];
  labelsOn?: Days[];
  /** Lawful, with words that look suspicious. */
  hard?: boolean;
  evasion?: string;
  note: string;
}

/** Goods as one day shows them. */
export interface Offer {
  goods: Goods;
  id: string;
  title: string;
  text: string;
  price: number;
  was: number | null;
  /** `[date, price]`, oldest first, the last one today. */
  history: [date: string, price: number][];
  sold: number;
  stock: number;
}

// Less than a cycle, so that a cut of the last round is not in the window of this one.
const HISTORY_DAYS = 20;

function readGoods(): Goods[] {
  const folder = new URL('../data/goods/', import.meta.url);
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return files.sort().flatMap((name) => {
    const rows = JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Goods[];
    return rows.map((row) => ({ ...row, category: row.category ?? name.replace('.json', '') }));
  });
}

/** Everything that is ever on sale, in the order of the data files. */
export const allGoods: readonly Goods[] = readGoods();

const byId = new Map(allGoods.map((goods) => [goods.id, goods]));

export function findGoods(id: string): Goods | undefined {
  return byId.get(id);
}

export function onSale(goods: Goods, day: number): boolean {
  return within(phaseOf(day), goods.on);
}

/** Ordinary goods of every third kind move by a few per cent from week to week, as prices do. */
function drift(goods: Goods, phase: number): number {
  if (goods.labels || goods.hard || seed(goods.id) % 3 !== 0) return goods.price;
  const factor = [1, 0.97, 1, 1.03][Math.floor(phase / 7)]!;
  return Math.round(goods.price * factor * 10) / 10;
}

/** Price on a day, yuan. */
export function priceOn(goods: Goods, day: number): number {
  const phase = phaseOf(day);
  const step = goods.steps?.findLast(([from]) => from <= phase);
  return step ? step[1] : drift(goods, phase);
}

function historyOf(goods: Goods, day: number): [string, number][] {
  const points: [string, number][] = [];
  for (let d = day - HISTORY_DAYS; d <= day; d++) {
    const price = priceOn(goods, d);
    const changed = points.at(-1)?.[1] !== price;
    // A point a week, whenever the price changes, and today.
    if (changed || (day - d) % 7 === 0) points.push([dateOf(d), price]);
  }
  return points;
}

/** The labels that hold on a day (empty for lawful goods). */
export function labelsOn(goods: Goods, day: number): string[] {
  return goods.labels && within(phaseOf(day), goods.labelsOn) ? goods.labels : [];
}

/** What a day shows of some goods, whether on sale or not. */
export function offerOn(goods: Goods, day: number): Offer {
  const cut = goods.was !== undefined && within(phaseOf(day), goods.wasOn);
  const plain = !cut && goods.titleOff !== undefined;
  const price = priceOn(goods, day);
  const popularity = seed(`sold/${goods.id}`) % 900;
  return {
    goods,
    id: goods.id,
    title: (plain ? goods.titleOff! : goods.title).replace('{price}', String(price)),
    text: plain ? (goods.textOff ?? goods.text) : goods.text,
    price,
    was: cut ? goods.was! : null,
    history: historyOf(goods, day),
    sold: popularity + phaseOf(day) * (popularity % 5),
    stock: 20 + (seed(`stock/${goods.id}`) % 400) + CYCLE - phaseOf(day),
  };
}

/** All offers of a day. */
export function offersOn(day: number): Offer[] {
  return allGoods.filter((goods) => onSale(goods, day)).map((goods) => offerOn(goods, day));
}
