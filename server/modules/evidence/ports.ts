// SPDX-License-Identifier: Apache-2.0
import type { EvidenceDetail } from '@yiwang/contracts';
import type { Tx } from '../../platform/database/db.ts';

/** What stands above this room and is shown beside an item: handed in where the service is put together. */
export interface EvidencePorts {
  hitsOf(tx: Tx, evidenceId: string): Promise<EvidenceDetail['hits']>;
}
