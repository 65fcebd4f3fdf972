// SPDX-License-Identifier: Apache-2.0

// GB 32100-2015 table 1 and GB 11714-1997. The fair depends on nothing of ours, so it counts for itself.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

/** The ninth character of an organisation code (GB 11714): 11 − Σ mod 11, written 0…9 or X. */
export function organisationCheck(first8: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((s, w, i) => s + w * Number.parseInt(first8[i]!, 36), 0);
  return '0123456789X0'[11 - (sum % 11)]!;
}

/** The eighteenth character of a unified social credit code (GB 32100). */
export function creditCheck(first17: string): string {
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += ALPHABET.indexOf(first17[i]!) * (3 ** i % 31);
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** A whole credit code from department and kind ("91"), division ("330100") and eight organisation characters. */
export function creditCode(kind: string, division: string, organisation: string): string {
  const first17 = kind + division + organisation + organisationCheck(organisation);
  return first17 + creditCheck(first17);
}

/** The same code with a wrong check character, for the shop that shows an invalid one. */
export function spoiltCode(code: string): string {
  const last = ALPHABET.indexOf(code[17]!);
  return code.slice(0, 17) + ALPHABET[(last + 5) % 31]!;
}

/** A food business permit number: JY, thirteen digits, and a check digit by GB/T 17710 (MOD 11,10). */
export function foodPermit(first13: string): string {
  const product = Array.from(first13).reduce((p, digit) => (((p + Number(digit)) % 10 || 10) * 2) % 11, 10);
  return `JY${first13}${(11 - product) % 10}`;
}
