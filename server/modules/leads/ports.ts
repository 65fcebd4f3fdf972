// SPDX-License-Identifier: Apache-2.0
import type { HitDetail } from '@yiwang/contracts';
import type { Tx } from '../../platform/database/db.ts';

/**
 * What a lead shows of rooms that stand above it (they import this one): handed in where the service is put together.
 */
export interface LeadPorts {
  /** Whether the thing is still on the net: by listing where there is one, else by page. */
  livenessOf(
    tx: Tx,
    seen: { listingId: string | null; pageKey: string; since: Date },
  ): Promise<HitDetail['liveness']>;
}
