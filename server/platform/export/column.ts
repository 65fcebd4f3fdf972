// SPDX-License-Identifier: Apache-2.0

export type Cell = string | number | boolean | null | undefined;

/** One column of a table that leaves the house. */
export interface ExportColumn<Item> {
  title: { zh: string; en: string };
  /** Text in the language of the head row where it has both. */
  value(item: Item, locale: 'zh' | 'en'): Cell;
}

/** Shorthand: a column in both languages. */
export const column = <Item>(
  zh: string,
  en: string,
  value: (item: Item, locale: 'zh' | 'en') => Cell,
): ExportColumn<Item> => ({ title: { zh, en }, value });

const beijing = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant as Beijing time, `2026-03-02 10:00:00`: what people read and spreadsheets sort. */
export const inBeijing = (instant: string | null): string | null =>
  instant === null ? null : beijing.format(new Date(instant));
