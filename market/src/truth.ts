// SPDX-License-Identifier: Apache-2.0
import { CYCLE, type Days, phaseOf, within } from './calendar.ts';
import { allGoods, type Goods, labelsOn, onSale } from './goods.ts';
import { findShop, shops } from './shops.ts';

/** What is planted at a path. `day` is null, or the days of the 28-day cycle (inclusive) on which the row holds. */
export interface TruthRow {
  path: string;
  labels: string[];
  hard: boolean;
  day: Days | null;
  /** What the row is about: goods, a shop itself, or another page. */
  kind: 'listing' | 'venue' | 'page';
  /** The dodge, `none` for what is planted plainly and for lawful rows. */
  evasion: string;
  note: string;
}

/** Runs of days on which a goods row says the same; days without it on sale have no row. */
function runs(goods: Goods): { day: Days; labels: string[] }[] {
  const found: { from: number; to: number; key: string; labels: string[] }[] = [];
  for (let day = 0; day < CYCLE; day++) {
    if (!onSale(goods, day)) continue;
    const labels = labelsOn(goods, day);
    const last = found.at(-1);
    if (last && last.to === day - 1 && last.key === labels.join()) last.to = day;
    else found.push({ from: day, to: day, key: labels.join(), labels });
  }
  return found.map(({ from, to, labels }) => ({ day: [from, to], labels }));
}

function listingRows(goods: Goods): TruthRow[] {
  const path = findShop(goods.shop).item(goods.id);
  return runs(goods).map(({ day, labels }) => ({
    path,
    labels,
    hard: goods.hard === true,
    day: day[0] === 0 && day[1] === CYCLE - 1 ? null : day,
    kind: 'listing',
    evasion: labels.length > 0 ? (goods.evasion ?? 'none') : 'none',
    note: goods.note,
  }));
}

/** Every row of `truth.ndjson`, from the same data that the pages are made of. */
export function truthRows(): TruthRow[] {
  const venues = shops.flatMap((shop): TruthRow[] =>
    shop.planted
      ? [
          {
            path: shop[shop.planted.page],
            labels: [shop.planted.label],
            hard: false,
            day: null,
            kind: 'venue',
            evasion: 'none',
            note: shop.planted.note,
          },
        ]
      : [],
  );
  const forbidden: TruthRow = {
    path: '/help/forbidden-goods',
    labels: [],
    hard: true,
    day: null,
    kind: 'page',
    evasion: 'none',
    note: '禁售目录写满违禁品名称，本身合法',
  };
  return [...allGoods.flatMap(listingRows), ...venues, forbidden];
}

/** The rows that hold on a day of the fair. */
export function truthOn(day: number): TruthRow[] {
  return truthRows().filter((row) => within(phaseOf(day), row.day === null ? undefined : [row.day]));
}
