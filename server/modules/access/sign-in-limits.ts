// SPDX-License-Identifier: Apache-2.0
import type { Tx } from '../../platform/database/db.ts';
import './tables.ts';

const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 3_600_000;
/** Failures older than this are forgotten. */
const FORGET_MS = 24 * 3_600_000;
/** Many people sit behind one address: it may fail this many times as often as one account. */
export const ADDRESS_FACTOR = 10;

export const accountSubject = (username: string): string => `account:${username.toLowerCase().slice(0, 100)}`;
export const addressSubject = (address: string): string => `address:${address}`;

/** Milliseconds until somebody may try again; 0 = now. */
export async function waitOf(tx: Tx, subjects: readonly string[], now: number): Promise<number> {
  const rows = await tx
    .selectFrom('sign_in_failures')
    .select('blocked_until')
    .where('subject', 'in', subjects)
    .where('blocked_until', '>', new Date(now))
    .execute();
  return Math.max(0, ...rows.map((row) => row.blocked_until!.getTime() - now));
}

/** Counts one failure; from the limit on each further one doubles the wait, up to an hour. */
export async function countFailure(tx: Tx, subject: string, limit: number, now: number): Promise<void> {
  const before = await tx
    .selectFrom('sign_in_failures')
    .select(['failures', 'last_at'])
    .where('subject', '=', subject)
    .forUpdate()
    .executeTakeFirst();
  const recent = before !== undefined && now - before.last_at.getTime() < FORGET_MS;
  const failures = (recent ? before.failures : 0) + 1;
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(20, failures - limit));
  const blocked_until = failures >= limit ? new Date(now + wait) : null;
  const values = { failures, blocked_until, last_at: new Date(now) };
  await tx
    .insertInto('sign_in_failures')
    .values({ subject, ...values })
    .onConflict((conflict) => conflict.column('subject').doUpdateSet(values))
    .execute();
}

export async function forgetFailures(tx: Tx, subject: string): Promise<void> {
  await tx.deleteFrom('sign_in_failures').where('subject', '=', subject).execute();
}
