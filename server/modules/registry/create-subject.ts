// SPDX-License-Identifier: Apache-2.0
import type { SERVICES, SUBJECT_KINDS, SUBJECT_STATUSES } from '@yiwang/contracts';
import { type Clock, invalid, parseUscc, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { nameKey } from './name-key.ts';

export interface NewSubject {
  kind: (typeof SUBJECT_KINDS)[number];
  service?: (typeof SERVICES)[number] | null | undefined;
  name: string;
  uscc: string | null;
  status?: (typeof SUBJECT_STATUSES)[number] | null | undefined;
  address?: string | null | undefined;
  phone?: string | null | undefined;
}

const fault = (field: string, reason: string) =>
  invalid('input_invalid', `${field}: ${reason}`, { faults: [{ pointer: `/${field}`, field, reason }] });

/**
 * Registers a subject by hand.
 * @throws AppError `input_invalid`; `already_there` – the code, or without one the name, is on file
 */
export async function createSubject(tx: Tx, clock: Clock, actor: Actor, wish: NewSubject): Promise<string> {
  const key = nameKey(wish.name);
  if (key === '') throw fault('name', 'holds no letter');
  const service = wish.service ?? null;
  if ((wish.kind === 'service-provider') !== (service !== null))
    throw fault('service', 'needed of a service provider, and only there');
  const parsed = wish.uscc === null || wish.uscc.trim() === '' ? null : parseUscc(wish.uscc);
  if (parsed !== null && !parsed.ok) throw fault('uscc', `not a credit code: wrong ${parsed.error}`);
  const uscc = parsed?.value.code ?? null;
  const id = uuidv7(clock.now());
  const now = new Date(clock.now());
  // People of one name are not one person: without a code each record of a natural person stands by itself.
  const ownKey =
    wish.kind === 'natural-person' && uscc === null ? `${key}#${wish.phone ? nameKey(wish.phone) : id}` : key;
  const { rows } = await sql`
    insert into subjects (subject_id, name, name_key, uscc, uscc_valid, kind, service, status, address, phone, said_by,
      said_at, first_seen_at, last_seen_at)
    values (${id}, ${wish.name.trim()}, ${ownKey}, ${uscc}, ${uscc === null ? null : true}, ${wish.kind}, ${service},
      ${wish.status ?? null}, ${wish.address ?? null}, ${wish.phone ?? null}, ${`officer:${actor.name}`}, ${now}, ${now},
      ${now})
    on conflict do nothing returning 1`.execute(tx);
  if (rows.length === 0) throw refused('already_there', `${uscc ?? key} is on file`);
  await recordAudit(tx, clock, actor, {
    action: 'create-subject',
    object: { kind: 'subject', id },
    details: { name: wish.name, kind: wish.kind },
  });
  return id;
}
