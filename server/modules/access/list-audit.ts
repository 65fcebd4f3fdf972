// SPDX-License-Identifier: Apache-2.0
import type { Answer, listAudit as contract, Query } from '@yiwang/contracts';
import type { Clock } from '@yiwang/kernel';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import './tables.ts';

/** What was done within the caller's scope, newest first; looking at it is recorded as well. */
export async function listAudit(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  query: Query<typeof contract>,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  // The office as it is named at the time of looking; the path is what was recorded.
  let rows = tx
    .selectFrom('audit_entries as a')
    .leftJoin('people as p', 'p.person_id', 'a.person_id')
    .leftJoin('agencies as g', 'g.path', 'a.agency_path')
    .select([
      'a.entry_id',
      'a.at',
      'a.action',
      'a.object_kind',
      'a.object_id',
      'a.rationale',
      'a.purpose',
      'a.details',
      'p.name as person',
      'g.name as agency',
    ])
    .orderBy('a.entry_id', 'desc')
    .limit(limit + 1);
  if (query.action !== undefined && query.action !== '') rows = rows.where('a.action', '=', query.action);
  if (query.object !== undefined && query.object !== '')
    rows = rows.where((eb) =>
      eb.or([eb('a.object_id', '=', query.object!), eb('a.object_kind', '=', query.object!)]),
    );
  const q = query.q?.trim() ?? '';
  if (q !== '') {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((eb) =>
      eb.or([
        eb('p.name', 'ilike', like),
        eb('a.action', 'ilike', like),
        eb('a.object_id', 'ilike', like),
        eb('a.rationale', 'ilike', like),
      ]),
    );
  }
  const after = fromCursor(query.cursor, 1);
  if (after !== null) rows = rows.where('a.entry_id', '<', String(after[0]));
  const found = await rows.execute();
  await recordAudit(tx, clock, actor, {
    action: 'view-audit',
    object: { kind: 'audit', id: null },
    details: { q: query.q, action: query.action, object: query.object },
  });
  return toPage(
    found,
    limit,
    (row) => ({
      id: row.entry_id,
      at: row.at.toISOString(),
      actor: row.person ?? String(row.details['by'] ?? 'system'),
      agency: row.agency,
      action: row.action,
      object: row.object_id === null ? row.object_kind : `${row.object_kind}/${row.object_id}`,
      reason: row.rationale ?? row.purpose,
    }),
    (row) => [row.entry_id],
  );
}
