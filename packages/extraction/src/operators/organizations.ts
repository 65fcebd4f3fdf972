// SPDX-License-Identifier: Apache-2.0
import { parseUscc } from '@yiwang/kernel';
import { collapse } from '../html/text-sink.ts';
import { Item, valueText } from '../listings/item.ts';
import type { Operator } from '../types.ts';
import { newOperator } from './find-operators.ts';

const TYPES =
  /^(?:organization|corporation|localbusiness|onlinebusiness|onlinestore|store|ngo|professionalservice|restaurant|foodestablishment|pharmacy|.+store)$/;
/** Organisations that only make, rate or publish something are not who trades here. */
const ELSEWHERE = new Set([
  'brand',
  'manufacturer',
  'author',
  'creator',
  'review',
  'reviews',
  'itemreviewed',
  'parentorganization',
  'member',
  'sponsor',
  'hasvariant',
]);

function addressOf(item: Item): string | null {
  const value = item.all('address')[0];
  if (value === undefined) return null;
  if (!(value instanceof Item)) return valueText(value);
  const parts = ['streetaddress', 'addresslocality', 'addressregion', 'postalcode', 'addresscountry']
    .map((name) => value.text(name))
    .filter((part): part is string => part !== null);
  return parts.length > 0 ? collapse(parts.join(', ')) : null;
}

function toOperator(item: Item): Operator {
  const operator = newOperator();
  operator.name = item.text('legalname') ?? item.text('name');
  if (operator.name !== null) operator.name = collapse(operator.name) || null;
  operator.address = addressOf(item);
  const points = [item, ...item.items('contactpoint', 'contactpoints')];
  for (const point of points)
    for (const value of [...point.all('telephone')]) {
      const text = valueText(value);
      if (text && !operator.phones.includes(text)) operator.phones.push(text);
    }
  for (const point of points)
    for (const value of point.all('email')) {
      const text = valueText(value)?.replace(/^mailto:/i, '');
      if (text && !operator.mails.includes(text)) operator.mails.push(text);
    }
  for (const name of ['taxid', 'vatid', 'identifier', 'leicode', 'iso6523code']) {
    const code = item.text(name)?.replace(/\s/g, '');
    if (!code) continue;
    if (operator.uscc === null && /^[0-9A-Z]{18}$/i.test(code))
      [operator.uscc, operator.usccValid] = [code, parseUscc(code).ok];
    else if (name === 'vatid') operator.licences.push({ kind: 'vat', number: code, valid: null });
  }
  return operator;
}

/** Operators that structured data names (schema.org Organization and its kinds). */
export function organizations(items: Item[]): Operator[] {
  const found: Operator[] = [];
  const seen = new Set<Item>();
  const walk = (item: Item, depth: number): void => {
    if (seen.has(item) || depth > 12) return;
    seen.add(item);
    if (item.types.some((type) => TYPES.test(type))) {
      const operator = toOperator(item);
      if (operator.name !== null && !found.some((o) => o.name === operator.name)) found.push(operator);
    }
    for (const [name, values] of item.props) {
      if (ELSEWHERE.has(name)) continue;
      for (const value of values) if (value instanceof Item) walk(value, depth + 1);
    }
  };
  for (const item of items) walk(item, 0);
  return found;
}
