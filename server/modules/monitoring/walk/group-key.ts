// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';

/**
 * What addresses of one template have in common: `/shop/7/item/101.html?id=5` → `/shop/#/item/#.html?id=#`. Parts that
 * carry digits, and long ones without a vowel pattern of words (digests), count as numbers.
 */
export function urlTemplate(url: string): string {
  const { pathname, searchParams } = new URL(url);
  const path = pathname
    .split('/')
    .map((part) => (/^[0-9a-f-]{16,}$/i.test(part) ? '#' : part.replace(/\d+/g, '#')))
    .join('/');
  const query = [...searchParams.keys()].sort().map((name) => `${name}=#`);
  return query.length === 0 ? path : `${path}?${query.join('&')}`;
}

/** Hits of one shop under one rule whose pages follow one template: one verdict may serve them all. */
export const groupKey = (venueId: string | null, rule: string, url: string): string =>
  createHash('sha256')
    .update(`${venueId ?? new URL(url).host}\n${rule}\n${urlTemplate(url)}`)
    .digest('hex')
    .slice(0, 32);
