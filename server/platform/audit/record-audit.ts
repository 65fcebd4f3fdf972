// SPDX-License-Identifier: Apache-2.0
import { type Clock, uuidv7 } from '@yiwang/kernel';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';

/** One command, in one compact row. */
export interface AuditRecord {
  /** Verb, past or imperative as the command's file is named: `confirm-hit`. */
  action: string;
  object: { kind: string; id: string | null };
  /** Why protected data was looked at. */
  purpose?: string | null;
  /** The reason the person gave. */
  rationale?: string | null;
  details?: Record<string, unknown>;
  requestId?: string | null;
}

/** Writes the audit row in the change's transaction; the database lets nobody change or remove it. */
export async function recordAudit(tx: Tx, clock: Clock, actor: Actor, record: AuditRecord): Promise<void> {
  const now = clock.now();
  await tx
    .insertInto('audit_entries')
    .values({
      entry_id: uuidv7(now),
      at: new Date(now),
      person_id: actor.personId,
      agency_path: actor.agencyPath,
      action: record.action,
      object_kind: record.object.kind,
      object_id: record.object.id,
      purpose: record.purpose ?? null,
      rationale: record.rationale ?? null,
      details: JSON.stringify({
        ...(actor.kind === 'system' ? { by: actor.name } : {}),
        ...record.details,
      }),
      request_id: record.requestId ?? null,
    })
    .execute();
}
