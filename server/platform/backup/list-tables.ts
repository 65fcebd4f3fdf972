// SPDX-License-Identifier: Apache-2.0
import type pg from 'pg';

export interface TableShape {
  schema: string;
  name: string;
  columns: string[];
}

/**
 * What the running processes write about themselves, and the record of migrations (the target has its own). Sessions
 * are not carried over: after a restore everybody signs in again.
 */
const LEFT_OUT = new Set([
  'public.schema_migrations',
  'public.event_subscribers',
  'public.worker_processes',
  'public.idempotency_keys',
  'public.sessions',
  'graphile_worker.migrations',
]);

/** Every table with rows of its own (partitions, not their parents), in an order in which foreign keys are met. */
export async function listTables(client: pg.ClientBase): Promise<TableShape[]> {
  const found = await client.query<TableShape & { id: string; needs: string[] }>(`
    select n.nspname as schema, c.relname as name, c.oid::text as id,
      array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
            and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select k.confrelid::text from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
            and k.confrelid <> c.oid) as needs
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('public', 'graphile_worker')
    order by n.nspname, c.relname`);
  const open = found.rows.filter((table) => !LEFT_OUT.has(`${table.schema}.${table.name}`));
  const done = new Set<string>();
  const known = new Set(open.map((table) => table.id));
  const sorted: TableShape[] = [];
  while (sorted.length < open.length) {
    const next = open.filter(
      (table) => !done.has(table.id) && table.needs.every((id) => done.has(id) || !known.has(id)),
    );
    // A circle of foreign keys: take the rest as it comes; the restore then needs to switch the checks off.
    const take = next.length > 0 ? next : open.filter((table) => !done.has(table.id));
    for (const { schema, name, columns, id } of take) {
      done.add(id);
      sorted.push({ schema, name, columns });
    }
  }
  return sorted;
}

export const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
export const qualified = (table: { schema: string; name: string }): string =>
  `${quote(table.schema)}.${quote(table.name)}`;
