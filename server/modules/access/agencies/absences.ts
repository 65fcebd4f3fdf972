// SPDX-License-Identifier: Apache-2.0
import type {
  Absence,
  Answer,
  Body,
  listAbsences as contract,
  Query,
  recordAbsence,
} from '@yiwang/contracts';
import { type Clock, invalid, legalDay, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { fromCursor, toPage } from '../../../platform/http/cursor.ts';
import { agencyViews } from '../agency-views.ts';

interface Row {
  absence_id: string;
  person_id: string;
  name: string;
  agency_id: string;
  from_day: string;
  to_day: string;
  deputy_id: string | null;
  deputy: string | null;
  reason: string;
  ended_at: Date | null;
}

async function select(tx: Tx, rest: ReturnType<typeof sql>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select a.absence_id, a.person_id, p.name, p.agency_id, a.from_day::text, a.to_day::text, a.deputy_id,
      d.name as deputy, a.reason, a.ended_at
    from absences a join people p on p.person_id = a.person_id
    join agencies g on g.agency_id = p.agency_id and in_scope(g.path)
    left join people d on d.person_id = a.deputy_id ${rest}`.execute(tx);
  return rows;
}

async function views(tx: Tx, rows: readonly Row[]): Promise<Absence[]> {
  const agencies = await agencyViews(
    tx,
    rows.map((row) => row.agency_id),
  );
  return rows.map((row) => ({
    id: row.absence_id,
    person: { id: row.person_id, name: row.name },
    agency: agencies.get(row.agency_id)!,
    from: row.from_day,
    to: row.to_day,
    deputy: row.deputy_id === null ? null : { id: row.deputy_id, name: row.deputy ?? '' },
    reason: row.reason,
    endedAt: row.ended_at?.toISOString() ?? null,
  }));
}

/** Absences of the own scope that last or come, the nearest first; of one person all of them. */
export async function listAbsences(
  tx: Tx,
  query: Query<typeof contract>,
  now: number,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const after = fromCursor(query.cursor, 2);
  const rows = await select(
    tx,
    sql`where ${
      query.personId
        ? sql`a.person_id = ${query.personId}`
        : sql`a.to_day >= ${legalDay(now)}::date and a.ended_at is null`
    } ${after ? sql`and (a.from_day, a.absence_id) > (${after[0]}::date, ${after[1]}::uuid)` : sql``}
      order by a.from_day, a.absence_id limit ${limit + 1}`,
  );
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.from_day, row.absence_id],
  );
  return { items: await views(tx, page.items), next: page.next };
}

/** Oneself may always; a head for the own office; an administrator within the scope. */
async function mayRecord(tx: Tx, actor: Actor, personId: string): Promise<{ agency_id: string } | undefined> {
  const { rows } = await sql<{ agency_id: string }>`
    select p.agency_id from people p join agencies g on g.agency_id = p.agency_id and in_scope(g.path)
    where p.person_id = ${personId} and p.disabled_at is null`.execute(tx);
  const row = rows[0];
  if (!row) throw refused('not_found', `person ${personId}`);
  const own = actor.ownRoles ?? actor.roles;
  const head = own.includes('authority_head') && row.agency_id === actor.agencyId;
  if (personId !== actor.personId && !head && !own.includes('administrator'))
    throw refused('not_allowed', 'only a head of the office or an administrator speaks for others');
  return row;
}

/** @throws AppError `not_found`, `not_allowed`, `input_invalid` */
export async function recordAbsenceOf(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: Body<typeof recordAbsence>,
): Promise<Absence> {
  const personId = wish.personId ?? actor.personId ?? '';
  const person = await mayRecord(tx, actor, personId);
  const fault = (pointer: string, reason: string) =>
    invalid('input_invalid', reason, { faults: [{ pointer, field: pointer.slice(1), reason }] });
  if (wish.to < wish.from) throw fault('/to', 'before the first day');
  if (wish.deputyId !== null) {
    const { rows } = await sql`
      select 1 from people where person_id = ${wish.deputyId} and agency_id = ${person!.agency_id}
        and disabled_at is null and person_id <> ${personId}`.execute(tx);
    if (rows.length === 0) throw fault('/deputyId', 'nobody of the same office');
  }
  const id = uuidv7(clock.now());
  await sql`
    insert into absences (absence_id, person_id, from_day, to_day, deputy_id, reason, made_at)
    values (${id}, ${personId}, ${wish.from}, ${wish.to}, ${wish.deputyId}, ${wish.reason.trim()},
      ${new Date(clock.now())})`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'record-absence',
    object: { kind: 'person', id: personId },
    rationale: wish.reason,
    details: { from: wish.from, to: wish.to, deputy: wish.deputyId },
  });
  return (await views(tx, await select(tx, sql`where a.absence_id = ${id}`)))[0]!;
}

/** @throws AppError `not_found`, `not_allowed` */
export async function endAbsenceOf(tx: Tx, clock: Clock, actor: Actor, id: string): Promise<Absence> {
  const [row] = await select(tx, sql`where a.absence_id = ${id}`);
  if (!row) throw refused('not_found', `absence ${id}`);
  await mayRecord(tx, actor, row.person_id);
  await sql`
    update absences set ended_at = ${new Date(clock.now())} where absence_id = ${id} and ended_at is null`.execute(
    tx,
  );
  await recordAudit(tx, clock, actor, {
    action: 'end-absence',
    object: { kind: 'person', id: row.person_id },
  });
  return (await views(tx, await select(tx, sql`where a.absence_id = ${id}`)))[0]!;
}
