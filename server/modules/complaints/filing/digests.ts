// SPDX-License-Identifier: Apache-2.0
import { urlKey } from '@yiwang/collector';
import type { Sealer } from '../../../platform/sealing/sealer.ts';
import { readLink } from '../offices/read-link.ts';
import type { Half } from './paper.ts';

const bare = (text: string | null | undefined): string =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]/gu, '');

/** A telephone as its digits, without the country's code. */
const digits = (phone: string): string =>
  phone
    .normalize('NFKC')
    .replace(/\D/g, '')
    .replace(/^(?:0086|86)(?=1\d{10}$)/, '');

/** The same telephone gives the same digest; nobody can try numbers without the key. */
export const filerDigest = (sealer: Sealer, phone: string | null | undefined): Buffer | null =>
  phone && digits(phone).length >= 5 ? sealer.digest(digits(phone), 'filing.filer') : null;

/** What a filing is about, for clusters: the page, else who is complained of. */
export function targetOf(half: Pick<Half, 'shop'>): { pageKey: string | null; cluster: string | null } {
  const link = readLink(half.shop.link);
  const pageKey = link === null ? null : urlKey(link);
  const name = bare(half.shop.respondent) || bare(half.shop.name);
  return { pageKey, cluster: pageKey ?? (name === '' ? null : `name:${name}`) };
}

/** The same person about the same order, or the same thing of the same shop. */
export function disputeDigest(sealer: Sealer, half: Half): Buffer | null {
  const filer = filerDigest(sealer, half.filer?.phone);
  const { cluster } = targetOf(half);
  const order = bare(half.shop.orderNumber);
  if (filer === null || (cluster === null && order === '')) return null;
  return sealer.digest(`${half.kind} ${filer.toString('hex')} ${order || cluster}`, 'filing.dispute');
}
