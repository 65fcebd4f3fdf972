// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@yiwang/kernel';
import { withSystem } from '../../../platform/database/actor.ts';
import { failFind } from '../finds/complete-find.ts';
import type { ClaimedEntry } from '../frontier/claim-entries.ts';
import { finishEntry, returnEntry } from '../frontier/finish-entry.ts';
import { logRequests } from './log-requests.ts';
import type { WalkTools } from './tools.ts';
import { visitEntry } from './visit-entry.ts';

const MAX_ATTEMPTS = 5;

/** One entry; its trouble is its own. What failed on our side is tried again later; what a person waits for goes first. */
export async function visitHeld(tools: WalkTools, entry: ClaimedEntry): Promise<void> {
  const calm = entry.purpose === 'find' ? tools.urgency.begin() : null;
  try {
    await visitEntry(tools, entry);
  } catch (error) {
    if (tools.signal.aborted) return;
    if (error instanceof AppError && error.code === 'lease_lost') return;
    tools.app.log.error(
      { err: error, url: entry.url, attempts: entry.attempts },
      'a page could not be recorded',
    );
    await giveUp(tools, entry, error as Error).catch(() => undefined);
  } finally {
    calm?.();
  }
}

async function giveUp(tools: WalkTools, entry: ClaimedEntry, error: Error): Promise<void> {
  const { app } = tools;
  await withSystem(app.db, 'patrol', async (tx) => {
    if (entry.attempts < MAX_ATTEMPTS)
      return returnEntry(tx, entry, app.clock.now() + 1000 * 2 ** entry.attempts);
    await logRequests(tx, app.clock, [
      {
        patrolId: entry.patrolId,
        entryId: entry.entryId,
        url: entry.url,
        method: 'GET',
        status: null,
        outcome: 'failed',
        at: app.clock.now(),
        ms: null,
        bytes: null,
        note: error.message.slice(0, 500),
        ground: entry.ground,
        address: null,
      },
    ]);
    if (entry.findId !== null) await failFind(tx, app, entry.findId, error.message.slice(0, 500));
    await finishEntry(tx, entry, app.clock.now(), 'failed');
  });
}
