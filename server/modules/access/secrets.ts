// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes, randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes (RFC 9106 §4, OWASP's second choice): about 27 ms here. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password.normalize('NFC'), COST);

/** A hash of nothing anybody knows: an unknown account costs the same time as a wrong password. */
let decoy: Promise<string> | undefined;

export async function checkPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(24).toString('base64url'));
  const right = await verify(stored ?? (await decoy), password.normalize('NFC'));
  return right && stored !== null;
}

/** 256 bits, for cookies and bearer tokens. */
export const makeToken = (): string => randomBytes(32).toString('base64url');

/** What the database keeps of a token. */
export const digestToken = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The CSRF token of a session: derived, so that it needs no column and cannot be had without the cookie. */
export const csrfOf = (token: string): string =>
  createHash('sha256').update(`csrf:${token}`).digest('base64url');

const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password people can type: four groups of four out of 31 letters, 79 bits. */
export function makePassword(): string {
  const group = () => Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
  return [group(), group(), group(), group()].join('-');
}
