// SPDX-License-Identifier: Apache-2.0
import { isLocalDate } from './clock.ts';
import { err, ok, type Result } from './result.ts';

export type ResidentIdFault = 'length' | 'character' | 'date' | 'check';

export interface ResidentIdParts {
  code: string;
  division: string;
  bornOn: string;
  sex: 'male' | 'female';
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Reads an 18-digit citizen identity number (公民身份号码, GB 11643-1999; check by ISO 7064 MOD 11-2). */
export function parseResidentId(text: string): Result<ResidentIdParts, ResidentIdFault> {
  const code = text.trim().toUpperCase();
  if (code.length !== 18) return err('length');
  if (!/^\d{17}[\dX]$/.test(code)) return err('character');
  const bornOn = `${code.slice(6, 10)}-${code.slice(10, 12)}-${code.slice(12, 14)}`;
  if (!isLocalDate(bornOn)) return err('date');
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(code[i]), 0);
  if ('10X98765432'[sum % 11] !== code[17]) return err('check');
  return ok({
    code,
    division: code.slice(0, 6),
    bornOn,
    sex: Number(code[16]) % 2 === 1 ? 'male' : 'female',
  });
}
