// SPDX-License-Identifier: Apache-2.0
import { type Fault, invalid } from '@yiwang/kernel';
import type { Field, Form } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Tx } from '../database/db.ts';

interface OfficeRow {
  agency_id: string;
  path: string;
  kind: string;
  closed: boolean;
}

const under = (path: string, top: string) => path.startsWith(`${top}.`);

/** Why this office does not fit; null = it does. `own` acts; `others` take part already. */
function misfit(
  field: Field,
  office: OfficeRow | undefined,
  own: string,
  others: readonly string[],
): string | null {
  if (office?.kind !== 'authority' || office.closed) return 'no such office';
  if (field.within === 'below') return under(office.path, own) ? null : 'not an office below';
  if (field.within === 'above')
    return office.path !== own && others.every((path) => path === office.path || under(path, office.path))
      ? null
      : 'not over all offices that take part';
  return office.path === own ? 'the own office' : null;
}

/**
 * What a form's ids lead to: offices that exist and lie where the field wants them, people who are there, attachments
 * of this very file. Answers with the offices by id.
 * @throws AppError `form_invalid`
 */
export async function checkReferences(
  tx: Tx,
  fields: readonly Field[],
  form: Form,
  scope: { fileId: string; path: string; offices: readonly string[] },
): Promise<Map<string, { path: string }>> {
  const ids = (type: Field['type']) =>
    fields.flatMap((field) => {
      const value = form[field.name];
      return field.type === type && typeof value === 'string' && value !== '' ? [value] : [];
    });
  const faults: Fault[] = [];
  const fault = (field: Field, reason: string) =>
    faults.push({ pointer: `/form/${field.name}`, field: field.name, reason });
  const wanted = [...ids('agency'), ...scope.offices].filter((id) => /^[0-9a-f-]{36}$/i.test(id));
  const offices = new Map<string, OfficeRow>();
  if (wanted.length > 0) {
    const { rows } = await sql<OfficeRow>`
      select agency_id, path, kind, closed_at is not null as closed from agencies
      where agency_id = any(${wanted}::uuid[])`.execute(tx);
    for (const row of rows) offices.set(row.agency_id, row);
  }
  const others = [scope.path, ...scope.offices.flatMap((id) => offices.get(id)?.path ?? [])];
  const people = await known(
    tx,
    sql`select person_id as id from people where disabled_at is null`,
    ids('person'),
  );
  const files = await known(
    tx,
    sql`select attachment_id as id from file_attachments where file_id = ${scope.fileId}`,
    ids('file'),
  );
  for (const field of fields) {
    const value = form[field.name];
    if (typeof value !== 'string' || value === '') continue;
    const reason =
      field.type === 'agency'
        ? misfit(field, offices.get(value), scope.path, others)
        : field.type === 'person' && !people.has(value)
          ? 'no such person'
          : field.type === 'file' && !files.has(value)
            ? 'no such attachment'
            : null;
    if (reason) fault(field, reason);
  }
  if (faults.length > 0) throw invalid('form_invalid', 'what the form points to does not fit', { faults });
  return offices;
}

async function known(
  tx: Tx,
  source: ReturnType<typeof sql>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const good = ids.filter((id) => /^[0-9a-f-]{36}$/i.test(id));
  if (good.length === 0) return new Set();
  const { rows } = await sql<{ id: string }>`
    select id from (${source}) x where id = any(${good}::uuid[])`.execute(tx);
  return new Set(rows.map((row) => row.id));
}
