// SPDX-License-Identifier: Apache-2.0
import {
  type AgencyInTree,
  type Body,
  type createAgency as contract,
  LEVELS,
  type Level,
} from '@yiwang/contracts';
import { type Clock, invalid, refused, uuidv7 } from '@yiwang/kernel';
import { findDivision } from '@yiwang/law';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';

interface Row {
  agency_id: string;
  name: string;
  level: Level;
  path: string;
  division: string;
  kind: AgencyInTree['kind'];
  parent_id: string | null;
  attached_to: string | null;
  closed_at: Date | null;
  people: number;
  units: number;
}

const divisionName = (code: string): string | null => {
  const found = findDivision(code.slice(0, 6));
  return found.path.length > 0 ? found.path.map((one) => one.name).join('') : null;
};

const view = (row: Row): AgencyInTree => ({
  id: row.agency_id,
  name: row.name,
  level: row.level,
  path: row.path,
  division: row.division,
  kind: row.kind,
  parentId: row.parent_id ?? row.attached_to,
  divisionName: divisionName(row.division),
  people: row.people,
  units: row.units,
  closedAt: row.closed_at?.toISOString() ?? null,
});

async function select(tx: Tx, rest: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.agency_id, a.name, a.level, a.path, a.division, a.kind, a.parent_id, a.attached_to, a.closed_at,
      (select count(*)::int from people p where p.agency_id = a.agency_id and p.disabled_at is null) as people,
      (select count(*)::int from units u where u.agency_id = a.agency_id and u.closed_at is null) as units
    from agencies a left join agencies beside on beside.agency_id = a.attached_to
    where a.kind in ('authority', 'department') and in_scope(coalesce(beside.path, a.path)) ${rest}`.execute(
    tx,
  );
  return rows;
}

/** Offices of the own scope from the top down; departments after the authority beside which they stand. */
export async function listAgencyTree(tx: Tx, q: string): Promise<AgencyInTree[]> {
  const rows = await select(
    tx,
    sql`and (a.name like '%' || like_literal(${q}) || '%' or a.division like like_literal(${q}) || '%')
      order by coalesce(beside.path, a.path), a.kind, a.name limit 2000`,
  );
  return rows.map(view);
}

/** @throws AppError `not_found` – not there, or not in the own scope */
export async function findAgency(tx: Tx, id: string): Promise<AgencyInTree> {
  const [row] = await select(tx, sql`and a.agency_id = ${id}`);
  if (!row) throw refused('not_found', `agency ${id}`);
  return view(row);
}

/** Digits of a code that name its place: `330100` → `3301`. */
const significant = (level: Level, code: string): string =>
  ({
    nation: '',
    province: code.slice(0, 2),
    city: code.slice(0, 4),
    county: code.slice(0, 6),
    station: code,
  })[level];

function checkPlace(parent: AgencyInTree, wish: Body<typeof contract>): void {
  const fault = (pointer: string, reason: string) => {
    throw invalid('input_invalid', reason, { faults: [{ pointer, field: pointer.slice(1), reason }] });
  };
  if (parent.kind !== 'authority' || parent.closedAt !== null) fault('/parentId', 'not an open authority');
  if (wish.kind === 'department') return;
  if (LEVELS.indexOf(wish.level) <= LEVELS.indexOf(parent.level))
    fault('/level', 'not below the office above');
  if ((wish.level === 'station') !== wish.division.length > 6)
    fault('/division', 'a station has nine or twelve digits, every other office six');
  const place = significant(wish.level, wish.division);
  if (!place.startsWith(significant(parent.level, parent.division)))
    fault('/division', `does not lie within ${parent.division}`);
}

/** Adds an office on its division code. @throws AppError `not_found`, `input_invalid`, `agency_known` */
export async function createAgency(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: Body<typeof contract>,
): Promise<AgencyInTree> {
  const parent = await findAgency(tx, wish.parentId);
  checkPlace(parent, wish);
  const now = clock.now();
  const id = uuidv7(now);
  const department = wish.kind === 'department';
  // Departments have no scope over files of authorities: they stand outside of the tree.
  const path = department ? `x.d${id.replaceAll('-', '')}` : `${parent.path}.${wish.division}`;
  const made = await sql`
    insert into agencies (agency_id, name, level, kind, division, path, parent_id, attached_to, created_at)
    values (${id}, ${wish.name.trim()}, ${department ? parent.level : wish.level}, ${wish.kind}, ${wish.division}, ${path},
      ${department ? null : parent.id}, ${department ? parent.id : null}, ${new Date(now)})
    on conflict do nothing returning 1`.execute(tx);
  if (made.rows.length === 0) throw refused('agency_known', `there is an office at ${path}`);
  await recordAudit(tx, clock, actor, {
    action: 'create-agency',
    object: { kind: 'agency', id },
    details: { name: wish.name, path },
  });
  return findAgency(tx, id);
}

/** Renames, closes or reopens an office; its files and its people stay where they are. @throws AppError `not_found` */
export async function changeAgency(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  id: string,
  wish: { name: string; closed: boolean },
): Promise<AgencyInTree> {
  const before = await findAgency(tx, id);
  await sql`
    update agencies set name = ${wish.name.trim()},
      closed_at = ${wish.closed ? (before.closedAt ?? new Date(clock.now())) : null}
    where agency_id = ${id}`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'change-agency',
    object: { kind: 'agency', id },
    details: { before: { name: before.name, closed: before.closedAt !== null }, after: wish },
  });
  return findAgency(tx, id);
}
