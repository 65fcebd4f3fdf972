// SPDX-License-Identifier: Apache-2.0
import type { App } from '../../../platform/app.ts';
import { withSystem } from '../../../platform/database/actor.ts';
import type { ClaimedEntry } from './claim-entries.ts';
import { renewLeases } from './finish-entry.ts';

/** Says every third of a lease that `held` is still worked on, until the returned function is called. */
export function holdLeases(app: App, held: ReadonlySet<ClaimedEntry>, leaseMs: number): () => void {
  const beat = setInterval(() => {
    if (held.size === 0) return;
    withSystem(app.db, 'patrol', (tx) => renewLeases(tx, [...held], app.clock.now() + leaseMs)).catch(
      (error: Error) => app.log.debug({ err: error }, 'leases could not be renewed'),
    );
  }, leaseMs / 3);
  return () => clearInterval(beat);
}
