// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { mergeVenues } from './merge-venues.ts';
import type { ImportedSubject } from './subject-row.ts';

export interface BatchCounts {
  made: number;
  changed: number;
  same: number;
}

type Found = Map<ImportedSubject, string>;

/** A column of the batch as one array parameter: 5,000 rows travel as a dozen values. */
export const arrayOf = <Row>(
  rows: readonly Row[],
  value: (row: Row) => string | null,
  type: 'text' | 'uuid' | 'date',
): RawBuilder<unknown> => sql`${rows.map(value)}::${sql.raw(type)}[]`;

/**
 * Brings a batch into the register: by a valid credit code, else by its name; what a table gives replaces what stood
 * there, what it leaves out stays; what gives way is kept among the facts with its source, so nothing is lost.
 * Idempotent: the same batch again changes nothing.
 */
export async function mergeBatch(
  tx: Tx,
  clock: Clock,
  rows: readonly ImportedSubject[],
  source: string,
): Promise<BatchCounts> {
  const batch = lastOfEach(rows);
  const found = await match(tx, batch);
  const made = await make(
    tx,
    clock,
    batch.filter((row) => !found.has(row)),
    source,
  );
  // Somebody else (a patrol) made it meanwhile: it is found now.
  const late = batch.filter((row) => !found.has(row) && !made.has(row));
  const lateFound = await match(tx, late);
  const known = new Map([...found, ...lateFound]);
  const changed = await change(tx, clock, known, source);
  await mergeVenues(tx, clock, new Map([...known, ...made]), source);
  return { made: made.size, changed, same: rows.length - made.size - changed };
}

/** One record a subject: of two rows with one code or one name the later counts. */
function lastOfEach(rows: readonly ImportedSubject[]): ImportedSubject[] {
  const last = new Map(rows.map((row) => [row.uscc ?? `#${row.key}`, row]));
  return [...last.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

async function match(tx: Tx, rows: readonly ImportedSubject[]): Promise<Found> {
  const found: Found = new Map();
  const coded = rows.filter((row) => row.uscc !== null);
  if (coded.length > 0) {
    const { rows: hits } = await sql<{ at: number; id: string }>`
      select r.at::int, coalesce(s.merged_into, s.subject_id) as id
      from unnest(${arrayOf(coded, (row) => row.uscc, 'text')}) with ordinality as r (uscc, at)
      join subjects s on s.uscc = r.uscc`.execute(tx);
    for (const hit of hits) found.set(coded[hit.at - 1]!, hit.id);
  }
  const named = rows.filter((row) => !found.has(row));
  if (named.length === 0) return found;
  // A code is only given to a record that has none; without a code any record of the name is meant, one with a code first.
  const { rows: hits } = await sql<{ at: number; id: string }>`
    select r.at::int, s.id
    from unnest(${arrayOf(named, (row) => row.key, 'text')}, ${arrayOf(named, (row) => row.uscc, 'text')})
      with ordinality as r (key, uscc, at)
    cross join lateral (
      select coalesce(merged_into, subject_id) as id from subjects
      where name_key = r.key and (r.uscc is null or uscc is null) order by uscc nulls last, subject_id limit 1) s`.execute(
    tx,
  );
  const taken = new Set(found.values());
  for (const hit of hits) {
    if (taken.has(hit.id)) continue;
    taken.add(hit.id);
    found.set(named[hit.at - 1]!, hit.id);
  }
  return found;
}

const columns = (rows: readonly ImportedSubject[]) => sql`
  ${arrayOf(rows, (row) => row.name, 'text')}, ${arrayOf(rows, (row) => row.key, 'text')},
  ${arrayOf(rows, (row) => row.uscc, 'text')}, ${arrayOf(rows, (row) => row.kind, 'text')},
  ${arrayOf(rows, (row) => row.service, 'text')}, ${arrayOf(rows, (row) => row.status, 'text')},
  ${arrayOf(rows, (row) => row.registeredOn, 'date')}, ${arrayOf(rows, (row) => row.division, 'text')},
  ${arrayOf(rows, (row) => row.address, 'text')}, ${arrayOf(rows, (row) => row.phone, 'text')}`;

async function make(tx: Tx, clock: Clock, rows: readonly ImportedSubject[], source: string): Promise<Found> {
  if (rows.length === 0) return new Map();
  const now = new Date(clock.now());
  const ids = rows.map(() => uuidv7(clock.now()));
  const { rows: made } = await sql<{ id: string }>`
    insert into subjects (subject_id, name, name_key, uscc, uscc_valid, kind, service, status, registered_on, division,
      address, phone, said_by, said_at, first_seen_at, last_seen_at)
    select id, name, key, uscc, case when uscc is not null then true end, kind, service, status, registered_on, division,
      address, phone, ${source}, ${now}, ${now}, ${now}
    from unnest(${ids}::uuid[], ${columns(rows)})
      as r (id, name, key, uscc, kind, service, status, registered_on, division, address, phone)
    on conflict do nothing returning subject_id as id`.execute(tx);
  const at = new Map(ids.map((id, i) => [id, rows[i]!]));
  return new Map(made.map(({ id }) => [at.get(id)!, id]));
}

/** Writes what differs; the values that give way go among the facts, under the source that they had. */
async function change(tx: Tx, clock: Clock, found: Found, source: string): Promise<number> {
  const rows = [...found.keys()];
  if (rows.length === 0) return 0;
  const now = new Date(clock.now());
  const { rows: changed } = await sql<{ count: number }>`
    with given as (
      select * from unnest(${[...found.values()]}::uuid[], ${columns(rows)})
        as r (id, name, key, uscc, kind, service, status, registered_on, division, address, phone)
    ), told as (
      select g.id, g.name, coalesce(g.uscc, s.uscc) as uscc, g.kind, g.service, coalesce(g.status, s.status) as status,
        coalesce(g.registered_on, s.registered_on) as registered_on, coalesce(g.division, s.division) as division,
        coalesce(g.address, s.address) as address, coalesce(g.phone, s.phone) as phone,
        -- The key of a record without a code must stay unique: it changes only with a code in hand.
        case when coalesce(g.uscc, s.uscc) is null then s.name_key else g.key end as key,
        s.name as old_name, s.status as old_status, s.address as old_address, s.phone as old_phone,
        s.said_by, coalesce(s.said_at, s.first_seen_at) as said_at, s.last_seen_at
      from given g join subjects s on s.subject_id = g.id
      where (s.name, s.uscc, s.kind, s.service, s.status, s.registered_on, s.division, s.address, s.phone)
        is distinct from (g.name, coalesce(g.uscc, s.uscc), g.kind, g.service, coalesce(g.status, s.status),
          coalesce(g.registered_on, s.registered_on), coalesce(g.division, s.division),
          coalesce(g.address, s.address), coalesce(g.phone, s.phone))
    ), kept as (
      insert into facts (fact_id, object_id, field, value, source, first_seen_at, last_seen_at)
      select gen_random_uuid(), t.id, f.field, f.old, coalesce(t.said_by, 'patrol'), t.said_at, t.last_seen_at
      from told t cross join lateral (values ('name', old_name, name), ('status', old_status, status),
        ('address', old_address, address), ('phone', old_phone, phone)) as f (field, old, new)
      where f.old is distinct from f.new and f.old is not null
      on conflict (object_id, field, md5(value), source) do update set last_seen_at = excluded.last_seen_at
    ), moved as (
      update subjects s set name = t.name, name_key = t.key, uscc = t.uscc,
        uscc_valid = case when t.uscc is not null then true end, kind = t.kind, service = t.service, status = t.status,
        registered_on = t.registered_on, division = t.division, address = t.address, phone = t.phone,
        said_by = ${source}, said_at = ${now}, last_seen_at = ${now}
      from told t where s.subject_id = t.id returning 1)
    select count(*)::int as count from moved`.execute(tx);
  return changed[0]?.count ?? 0;
}
