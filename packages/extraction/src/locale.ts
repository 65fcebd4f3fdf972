// SPDX-License-Identifier: Apache-2.0

const BY_REGION: Record<string, string> = {
  cn: 'CNY',
  hk: 'HKD',
  tw: 'TWD',
  mo: 'MOP',
  jp: 'JPY',
  sg: 'SGD',
  au: 'AUD',
  nz: 'NZD',
  ca: 'CAD',
  mx: 'MXN',
  ar: 'ARS',
  cl: 'CLP',
  co: 'COP',
  uy: 'UYU',
  br: 'BRL',
  no: 'NOK',
  dk: 'DKK',
  is: 'ISK',
  pk: 'PKR',
  lk: 'LKR',
  eg: 'EGP',
  us: 'USD',
};

/** What the signs several currencies share (`$`, `¥`, `kr`) mean on a page, by its language, its host and its words. */
export function signsOf(language: string, url: string, text: string): string | undefined {
  const region = /^[a-z]{2,3}(?:[-_]hans|[-_]hant)?[-_]([a-z]{2})\b/i.exec(language)?.[1]?.toLowerCase();
  if (region && region !== 'us' && BY_REGION[region]) return BY_REGION[region];
  if (/^ja\b/i.test(language)) return 'JPY';
  const tld = /^https?:\/\/[^/:?#]*\.([a-z]{2})(?=[/:?#]|$)/i.exec(url)?.[1]?.toLowerCase();
  // `.co` and `.is` are bought for their look.
  if (tld && tld !== 'co' && tld !== 'is' && tld !== 'cn' && BY_REGION[tld]) return BY_REGION[tld];
  if (/\d\s*円|税込|税抜/.test(text)) return 'JPY';
  const named = /(?:NT\$|HK\$|A\$|S\$|NZ\$|CA\$|MOP\$)\s*\d/.exec(text)?.[0];
  if (named)
    return { NT: 'TWD', HK: 'HKD', A$: 'AUD', S$: 'SGD', NZ: 'NZD', CA: 'CAD', MO: 'MOP' }[named.slice(0, 2)];
  return undefined;
}
