// SPDX-License-Identifier: Apache-2.0
import type { Agency } from '@yiwang/contracts';
import type { Tx } from '../../platform/database/db.ts';
import { toAgency } from './views.ts';

/** Offices by id, as they are named now. */
export async function agencyViews(tx: Tx, ids: readonly string[]): Promise<Map<string, Agency>> {
  if (ids.length === 0) return new Map();
  const rows = await tx
    .selectFrom('agencies')
    .select(['agency_id', 'name', 'level', 'path', 'division'])
    .where('agency_id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.agency_id, toAgency(row)]));
}

/** Offices by their path, as they are named now. */
export async function agenciesByPath(tx: Tx, paths: readonly string[]): Promise<Map<string, Agency>> {
  if (paths.length === 0) return new Map();
  const rows = await tx
    .selectFrom('agencies')
    .select(['agency_id', 'name', 'level', 'path', 'division'])
    .where('path', 'in', [...new Set(paths)])
    .execute();
  return new Map(rows.map((row) => [row.path, toAgency(row)]));
}
