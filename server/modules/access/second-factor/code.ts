// SPDX-License-Identifier: Apache-2.0
import { randomInt } from 'node:crypto';
import { verify } from 'otplib';
import { digestToken } from '../secrets.ts';

/** Seconds a code is valid for (RFC 6238 §5.2), and how far a telephone's clock may be off. */
const PERIOD_S = 30;
const TOLERANCE_S = 30;

/**
 * Whether `code` belongs to `secret` now. @returns the time step it belongs to, or null. A step at or before
 * `lastStep` is refused: each code opens once.
 */
export async function stepOfCode(
  secret: string,
  code: string,
  nowMs: number,
  lastStep: number,
): Promise<number | null> {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const epoch = Math.floor(nowMs / 1000);
  const answer = await verify({
    secret,
    token,
    epoch,
    period: PERIOD_S,
    epochTolerance: TOLERANCE_S,
    afterTimeStep: lastStep,
  });
  return answer.valid ? Math.floor(epoch / PERIOD_S) + answer.delta : null;
}

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';
const RECOVERY_CODES = 8;

/** Eight codes of ten signs (49 bits each) for a lost telephone; shown once. */
export const makeRecoveryCodes = (): string[] =>
  Array.from({ length: RECOVERY_CODES }, () => {
    const half = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
    return `${half()}-${half()}`;
  });

/** The person is part of the digest: the same code never matches somebody else's. */
export const digestRecovery = (personId: string, code: string): Buffer =>
  digestToken(`${personId}:${code.trim().toLowerCase().replace(/[\s-]/g, '')}`);
