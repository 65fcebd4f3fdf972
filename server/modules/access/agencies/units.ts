// SPDX-License-Identifier: Apache-2.0
import type { Unit } from '@yiwang/contracts';
import { type Clock, invalid, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { findAgency } from './tree.ts';

interface Row {
  unit_id: string;
  agency_id: string;
  name: string;
  duty: Unit['duty'];
  closed_at: Date | null;
}

const view = (row: Row): Unit => ({
  id: row.unit_id,
  agencyId: row.agency_id,
  name: row.name,
  duty: row.duty,
  closedAt: row.closed_at?.toISOString() ?? null,
});

/** Units of an office in the own scope, those that work first. */
export async function listUnits(tx: Tx, agencyId: string): Promise<Unit[]> {
  const { rows } = await sql<Row>`
    select u.* from units u join agencies a on a.agency_id = u.agency_id and in_scope(a.path)
    where u.agency_id = ${agencyId} order by u.closed_at nulls first, u.name limit 500`.execute(tx);
  return rows.map(view);
}

/** @throws AppError `not_found`, `unit_known` */
export async function createUnit(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  agencyId: string,
  wish: Pick<Unit, 'name' | 'duty'>,
): Promise<Unit> {
  await findAgency(tx, agencyId);
  const id = uuidv7(clock.now());
  const { rows } = await sql<Row>`
    insert into units (unit_id, agency_id, name, duty, created_at)
    values (${id}, ${agencyId}, ${wish.name.trim()}, ${wish.duty}, ${new Date(clock.now())})
    on conflict do nothing returning *`.execute(tx);
  if (!rows[0]) throw refused('unit_known', `a unit ${wish.name} is there`);
  await recordAudit(tx, clock, actor, {
    action: 'create-unit',
    object: { kind: 'unit', id },
    details: { agencyId, ...wish },
  });
  return view(rows[0]);
}

/** @throws AppError `not_found`, `unit_known` */
export async function changeUnit(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  id: string,
  wish: Pick<Unit, 'name' | 'duty'> & { closed: boolean },
): Promise<Unit> {
  const known = await sql<Row>`
    select u.* from units u join agencies a on a.agency_id = u.agency_id and in_scope(a.path)
    where u.unit_id = ${id} for update of u`.execute(tx);
  const before = known.rows[0];
  if (!before) throw refused('not_found', `unit ${id}`);
  const twin = await sql`
    select 1 from units where agency_id = ${before.agency_id} and name = ${wish.name.trim()} and unit_id <> ${id}
      and closed_at is null`.execute(tx);
  if (!wish.closed && twin.rows.length > 0) throw refused('unit_known', `a unit ${wish.name} is there`);
  const { rows } = await sql<Row>`
    update units set name = ${wish.name.trim()}, duty = ${wish.duty},
      closed_at = ${wish.closed ? (before.closed_at ?? new Date(clock.now())) : null}
    where unit_id = ${id} returning *`.execute(tx);
  await recordAudit(tx, clock, actor, { action: 'change-unit', object: { kind: 'unit', id }, details: wish });
  return view(rows[0]!);
}

/** @throws AppError `input_invalid` when the unit is none of that office */
export async function checkUnit(tx: Tx, agencyId: string, unitId: string | null | undefined): Promise<void> {
  if (unitId == null) return;
  const { rows } = await sql`
    select 1 from units where unit_id = ${unitId} and agency_id = ${agencyId} and closed_at is null`.execute(
    tx,
  );
  if (rows.length === 0)
    throw invalid('input_invalid', 'no unit of that office', {
      faults: [{ pointer: '/unitId', field: 'unitId', reason: 'no unit of that office' }],
    });
}
