// SPDX-License-Identifier: Apache-2.0
import { err, ok, type Result } from './result.ts';

/** A unified social credit code (统一社会信用代码, GB 32100-2015) whose form and check character are right. */
export type Uscc = string & { readonly __brand: 'Uscc' };

export type UsccFault = 'length' | 'character' | 'check';

export interface UsccParts {
  code: Uscc;
  /** Registering department, first character (9 = market regulation 市场监管). */
  department: string;
  /** Kind of body within the department, second character (1 company, 2 sole trader, 3 co-operative under 9). */
  kind: string;
  /** Six-digit division code of the registering office. */
  division: string;
  /** Nine-character organisation code (GB 11714). */
  organisation: string;
}

// GB 32100-2015 table 1: digits and capitals without I, O, S, V, Z.
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const WEIGHTS = Array.from({ length: 17 }, (_, i) => 3 ** i % 31);

/** The check character for the first 17 characters, or null where one of them is not in the alphabet. */
export function usccCheckCharacter(first17: string): string | null {
  let sum = 0;
  for (let i = 0; i < 17; i++) {
    const value = ALPHABET.indexOf(first17[i] ?? '?');
    if (value < 0) return null;
    sum += value * WEIGHTS[i]!;
  }
  return ALPHABET[(31 - (sum % 31)) % 31]!;
}

/** Reads a code; lower case is taken as upper case, surrounding white space is ignored. Never repairs anything else. */
export function parseUscc(text: string): Result<UsccParts, UsccFault> {
  const code = text.trim().toUpperCase();
  if (code.length !== 18) return err('length');
  const check = usccCheckCharacter(code.slice(0, 17));
  if (check === null || !ALPHABET.includes(code[17]!) || !/^\d{6}$/.test(code.slice(2, 8)))
    return err('character');
  if (check !== code[17]) return err('check');
  return ok({
    code: code as Uscc,
    department: code[0]!,
    kind: code[1]!,
    division: code.slice(2, 8),
    organisation: code.slice(8, 17),
  });
}
