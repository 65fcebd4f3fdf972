// SPDX-License-Identifier: Apache-2.0
import type { ColumnType } from 'kysely';

/** timestamptz: a Date out, a Date or ISO text in. */
export type Instant = ColumnType<Date, Date | string, Date | string>;
export type GeneratedInstant = ColumnType<Date, Date | string | undefined, Date | string>;
export type NullableInstant = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** jsonb: the value out, JSON text or the value in (arrays must be given as text: pg would make them SQL arrays). */
export type Json<T> = ColumnType<T, string | T, string | T>;

/**
 * Every table the code reads. A module adds its own by declaration merging in its `tables.ts`:
 * `declare module '../../platform/database/tables.ts' { interface Tables { hits: HitsTable } }`
 */
export interface Tables {
  schema_migrations: { name: string; digest: string; applied_at: GeneratedInstant };
  file_access: {
    file_id: string;
    agency_path: string;
    level: 'read' | 'write' | 'own';
    granted_at: GeneratedInstant;
  };
  audit_entries: {
    entry_id: string;
    at: Instant;
    person_id: string | null;
    agency_path: string;
    action: string;
    object_kind: string;
    object_id: string | null;
    purpose: string | null;
    rationale: string | null;
    details: Json<Record<string, unknown>>;
    request_id: string | null;
  };
  events: {
    event_id: string;
    kind: string;
    object_id: string;
    at: Instant;
    payload: Json<Record<string, unknown>>;
  };
  event_deliveries: { event_id: string; subscriber: string; delivered_at: NullableInstant };
  event_subscribers: { kind: string; subscriber: string };
  worker_processes: { process_id: string; lock_key: number; worker_ids: string[]; seen_at: GeneratedInstant };
  idempotency_keys: {
    owner: string;
    key: string;
    method: string;
    path: string;
    request_digest: string;
    status: number | null;
    response: Json<unknown> | null;
    created_at: Instant;
  };
}
