// SPDX-License-Identifier: Apache-2.0
import { hasThreeDecimals } from './currencies.ts';

/**
 * The value of digits with separators, whichever of point and comma is the decimal one there. Three digits after a
 * single separator are a group of thousands – but decimals after a leading zero, after a point in yuan (where
 * the point is never a group), and in currencies with three decimals.
 */
export function parseNumber(text: string, currency?: string | null): number | null {
  const clean = text.replace(/[\s'’`´_]/g, '').replace(/[.,]+$/, '');
  const point = clean.lastIndexOf('.');
  const comma = clean.lastIndexOf(',');
  const plain = (decimal: number): number => {
    if (decimal < 0) return Number(clean.replace(/[.,]/g, ''));
    return Number(`${clean.slice(0, decimal).replace(/[.,]/g, '')}.${clean.slice(decimal + 1)}`);
  };
  let value: number;
  if (point >= 0 && comma >= 0) value = plain(Math.max(point, comma));
  else if (point < 0 && comma < 0) value = Number(clean);
  else {
    const at = Math.max(point, comma);
    const mark = clean[at]!;
    const after = clean.length - at - 1;
    if (clean.indexOf(mark) !== at) value = repeated(clean, mark, after);
    else if (after !== 3) value = plain(at);
    else if (/^0*$/.test(clean.slice(0, at))) value = plain(at);
    else if (mark === '.' && currency && (currency === 'CNY' || hasThreeDecimals(currency)))
      value = plain(at);
    else value = plain(at > 3 ? at : -1);
  }
  return Number.isFinite(value) ? value : null;
}

/** One separator several times: groups (1,299,000 or Indian 1,29,000), or groups with a decimal tail (1,299,00). */
function repeated(text: string, mark: string, after: number): number {
  const digits = text.split(mark);
  if (after === 3 || digits.slice(1).every((group) => group.length === 3)) return Number(digits.join(''));
  if (after <= 2 && digits.slice(1, -1).every((group) => group.length === 3 || group.length === 2))
    return Number(`${digits.slice(0, -1).join('')}.${digits[digits.length - 1]}`);
  return Number(digits.slice(0, 2).join('.'));
}
