// SPDX-License-Identifier: Apache-2.0
import { failed } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { ClaimedEntry } from './claim-entries.ts';

/**
 * Marks an entry done, if it is still ours. Called in the transaction that records the page: when somebody else holds
 * the entry by now, everything is rolled back, so a page is recorded once.
 * @throws AppError `lease_lost`
 */
export async function finishEntry(tx: Tx, entry: ClaimedEntry, at: number, outcome: string): Promise<void> {
  const { numAffectedRows } = await sql`
    update frontier set done_at = ${new Date(at)}, outcome = ${outcome}, lease = null, leased_until = null
    where entry_id = ${entry.entryId} and lease = ${entry.lease} and done_at is null`.execute(tx);
  if (numAffectedRows !== 1n) throw failed('lease_lost', `another worker holds ${entry.url}`);
}

/**
 * Done without a visit, because pages of its kind yield nothing new: nothing was asked, so it does not count against the
 * limit of its patrol. @throws AppError `lease_lost`
 */
export async function skipEntry(tx: Tx, entry: ClaimedEntry, at: number): Promise<void> {
  await finishEntry(tx, entry, at, 'skipped');
  if (entry.attempts === 1)
    await sql`update patrols set claimed = claimed - 1 where patrol_id = ${entry.patrolId}`.execute(tx);
}

/** Puts an entry back, to be handed out not before `at` (ms). @throws AppError `lease_lost` */
export async function returnEntry(tx: Tx, entry: ClaimedEntry, at: number): Promise<void> {
  const { numAffectedRows } = await sql`
    update frontier set not_before = ${new Date(at)}, lease = null, leased_until = null
    where entry_id = ${entry.entryId} and lease = ${entry.lease} and done_at is null`.execute(tx);
  if (numAffectedRows !== 1n) throw failed('lease_lost', `another worker holds ${entry.url}`);
}

/** Says that the worker still works on these. */
export async function renewLeases(tx: Tx, entries: readonly ClaimedEntry[], until: number): Promise<void> {
  await sql`
    update frontier f set leased_until = ${new Date(until)}
    from unnest(${entries.map((e) => e.entryId)}::uuid[], ${entries.map((e) => e.lease)}::uuid[]) as t (id, lease)
    where f.entry_id = t.id and f.lease = t.lease and f.done_at is null`.execute(tx);
}

/** Hands back what was not begun or not finished, so that another worker need not wait for the lease to end. */
export async function releaseEntries(tx: Tx, entries: readonly ClaimedEntry[]): Promise<void> {
  await sql`
    update frontier f set lease = null, leased_until = null
    from unnest(${entries.map((e) => e.entryId)}::uuid[], ${entries.map((e) => e.lease)}::uuid[]) as t (id, lease)
    where f.entry_id = t.id and f.lease = t.lease and f.done_at is null`.execute(tx);
}
