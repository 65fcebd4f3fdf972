// SPDX-License-Identifier: Apache-2.0
import type { FilingKind } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

/** @throws AppError `not_found` – not there, or outside of the actor's scope */
export async function kindOf(tx: Tx, filingId: string): Promise<FilingKind> {
  const { rows } = await sql<{ kind: FilingKind }>`
    select kind from filings where filing_id = ${filingId}`.execute(tx);
  const kind = rows[0]?.kind;
  if (kind === undefined) throw refused('not_found', `filing ${filingId}`);
  return kind;
}
