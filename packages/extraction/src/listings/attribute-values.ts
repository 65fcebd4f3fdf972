// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';
import { nameHash } from '../html/names.ts';
import { type Json, parseLenient } from './lenient-json.ts';

const NAMES = [
  'data-page',
  'data-product',
  'data-product-json',
  'data-gtm-product',
  'data-item',
  'data-goods',
  'data-props',
  'data-react-props',
  'data-state',
  'data-initial-state',
];
const HASHES = new Map(NAMES.map((name) => [nameHash(name), name.slice(5)]));
const MAX_VALUES = 40;
const MAX_TEXT = 2_000_000;

/** JSON that programs hang on elements for their scripts (`data-page` of Inertia, `data-product` of PrestaShop). */
export function attributeValues({ tape }: Collected): { name: string; value: Json }[] {
  const values: { name: string; value: Json }[] = [];
  if (!/\sdata-(?:page|product|gtm|item|goods|props|react|state|initial)/.test(tape.html)) return values;
  let budget = MAX_TEXT;
  for (let a = 0; a < tape.attrCount && values.length < MAX_VALUES; a++) {
    const name = HASHES.get(tape.attrHash[a]!);
    if (name === undefined) continue;
    const [from, to] = [tape.attrAt[a * 3 + 1]!, tape.attrAt[a * 3 + 2]!];
    if (from < 0 || to - from < 20 || to - from > budget) continue;
    const text = tape.valueAt(a);
    if (!/^\s*[{[]/.test(text) || !/price|amount/i.test(text)) continue;
    budget -= to - from;
    const value = parseLenient(text);
    if (value !== undefined) values.push({ name, value });
  }
  return values;
}
