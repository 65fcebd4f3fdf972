// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import type { App } from '../../../platform/app.ts';
import { withSystem } from '../../../platform/database/actor.ts';
import { defineJob, handles } from '../../../platform/jobs/job.ts';
import { claimFind, LEASE_MS } from '../frontier/claim-entries.ts';
import { releaseEntries } from '../frontier/finish-entry.ts';
import { holdLeases } from '../frontier/hold-leases.ts';
import { openTools } from '../walk/tools.ts';
import { visitHeld } from '../walk/visit-held.ts';

/**
 * The visit of an own find, in a place of its own in the queue: it never waits for a walk to have a hand free. The
 * frontier stays the truth; should the host ask for patience, the entry goes back there and a walk takes it up.
 */
export const findJob = defineJob('monitoring.find', Type.Object({ findId: Type.String() }));

/** Before everything that no person waits for. */
export const FIND_PRIORITY = -10;

export async function visitFind(app: App, findId: string, signal: AbortSignal): Promise<void> {
  const entry = await withSystem(app.db, 'find', (tx) => claimFind(tx, app.clock, findId));
  if (entry === null) return; // a walk was quicker
  const tools = openTools(app, signal);
  const held = new Set([entry]);
  const stop = holdLeases(app, held, LEASE_MS);
  try {
    await visitHeld(tools, entry);
  } finally {
    stop();
    // Does nothing when the visit was recorded.
    await withSystem(app.db, 'find', (tx) => releaseEntries(tx, [entry])).catch(() => undefined);
    await tools.close();
  }
}

export const findHandler = handles(findJob, ({ findId }, { app, signal }) => visitFind(app, findId, signal));
