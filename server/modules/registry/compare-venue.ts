// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';

/** What our own visits noted; everybody else's word (imports, submissions, registers) counts as the register's. */
const OWN_SOURCES = ['patrol', 'find', 'picture'];

export interface RegisteredSubject {
  name: string | null;
  uscc: string | null;
  status: string | null;
  source: string;
}

interface SaidRow {
  field: string;
  value: string;
  source: string;
}

const subjectOf = (rows: readonly SaidRow[]): RegisteredSubject | null => {
  const said = (field: string) => rows.find((row) => row.field === field);
  const name = said('name');
  const uscc = said('uscc');
  if (!name && !uscc) return null;
  return {
    name: name?.value ?? null,
    uscc: uscc?.value ?? null,
    status: said('status')?.value ?? null,
    source: (name ?? uscc)!.source,
  };
};

/** Who runs a venue by another word than its own pages; null where nobody else told. */
export async function registeredOf(tx: Tx, venueId: string): Promise<RegisteredSubject | null> {
  const { rows } = await sql<SaidRow>`
    select field, value, source from facts where object_id = ${venueId} and field in ('name', 'uscc', 'status')
      and source <> all(${OWN_SOURCES}::text[]) order by last_seen_at desc`.execute(tx);
  return subjectOf(rows);
}

/** Words for the register's states, so that a finding reads the same whoever said it. */
const STATUS: Record<string, string> = {
  active: '存续',
  abnormal: '经营异常',
  revoked: '吊销 (revoked)',
  cancelled: '注销 (cancelled)',
};

/**
 * What others than our visits say of credit codes, by code: the record of the register where it was imported or entered
 * by an officer, else what was noted of it as facts.
 */
export async function registeredCodes(
  tx: Tx,
  codes: readonly string[],
): Promise<Record<string, RegisteredSubject>> {
  if (codes.length === 0) return {};
  const known: Record<string, RegisteredSubject> = {};
  const noted = await sql<SaidRow & { code: string }>`
    select s.uscc as code, f.field, f.value, f.source from subjects s
    join facts f on f.object_id = coalesce(s.merged_into, s.subject_id)
    where s.uscc = any(${[...codes]}::text[]) and f.field in ('name', 'uscc', 'status')
      and f.source <> all(${OWN_SOURCES}::text[]) order by f.last_seen_at desc`.execute(tx);
  for (const [code, said] of Map.groupBy(noted.rows, (row) => row.code)) {
    const subject = subjectOf(said);
    if (subject !== null) known[code] = { ...subject, uscc: code };
  }
  const held = await sql<{ code: string; name: string; status: string | null; said_by: string }>`
    select s.uscc as code, t.name, t.status, t.said_by from subjects s
    join subjects t on t.subject_id = coalesce(s.merged_into, s.subject_id)
    where s.uscc = any(${[...codes]}::text[]) and t.said_by is not null
      and t.said_by <> all(${OWN_SOURCES}::text[])`.execute(tx);
  for (const row of held.rows)
    known[row.code] = {
      name: row.name,
      uscc: row.code,
      status: row.status === null ? null : (STATUS[row.status] ?? row.status),
      source: row.said_by,
    };
  return known;
}

export interface Twin {
  venueId: string;
  host: string;
  url: string;
  name: string | null;
  uscc: string | null;
  contacts: string[];
  shares: 'uscc' | 'icp';
  value: string;
  /** Whether we knew the other venue's use of it first. */
  earlier: boolean;
}

/** Venues of other hosts that show a credit code or filing number that this one shows too. Index facts_by_value. */
export async function twinsOf(tx: Tx, venueId: string, limit = 50): Promise<Twin[]> {
  const { rows } = await sql<{
    venue_id: string;
    host: string;
    url: string;
    shares: 'uscc' | 'icp';
    value: string;
    earlier: boolean;
    name: string | null;
    uscc: string | null;
    contacts: string[] | null;
  }>`
    select v.venue_id, v.host, v.url, own.field as shares, own.value, o.first_seen_at < own.first_seen_at as earlier,
      (select value from facts where object_id = v.venue_id and field = 'name' order by last_seen_at desc limit 1) as name,
      (select value from facts where object_id = v.venue_id and field = 'uscc' order by last_seen_at desc limit 1) as uscc,
      (select array_agg(distinct value) from facts where object_id = v.venue_id and field in ('phone', 'mail')) as contacts
    from facts own
    join facts o on o.field = own.field and md5(o.value) = md5(own.value) and o.value = own.value
      and o.object_id <> own.object_id
    join venues v on v.venue_id = o.object_id
    join venues self on self.venue_id = own.object_id
    where own.object_id = ${venueId} and own.field in ('uscc', 'icp') and v.host <> self.host
    order by o.first_seen_at limit ${limit}`.execute(tx);
  return rows.map(({ venue_id, contacts, ...row }) => ({
    venueId: venue_id,
    contacts: contacts ?? [],
    ...row,
  }));
}
