// SPDX-License-Identifier: Apache-2.0
import type { Answer, Body, readIdentity as contract } from '@yiwang/contracts';
import { refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { forgetStatuses } from '../public/kept-statuses.ts';
import { sealContext } from './seal-parties.ts';

/** Which kinds a role opens; the policy of `filer_identities` says the same to the database. */
export const mayReadIdentity = (kind: string, roles: readonly string[]): boolean =>
  roles.some((role) =>
    (kind === 'report'
      ? ['intake_clerk', 'field_officer', 'authority_head']
      : ['intake_clerk', 'mediator', 'field_officer', 'authority_head']
    ).includes(role),
  );

/**
 * Opens who filed, for a purpose. The look is written first, in the same transaction: an answer without its line in the
 * log cannot leave. The log names who looked and why, never what was seen.
 * @throws AppError `not_found`, `not_allowed`
 */
export async function readIdentity(
  tx: Tx,
  app: App,
  actor: Actor,
  filingId: string,
  wish: Body<typeof contract>,
): Promise<Answer<typeof contract>> {
  const found = await sql<{ kind: string }>`
    select kind from filings where filing_id = ${filingId}`.execute(tx);
  const kind = found.rows[0]?.kind;
  if (kind === undefined) throw refused('not_found', `filing ${filingId}`);
  if (!mayReadIdentity(kind, actor.roles))
    throw refused('not_allowed', `a ${kind}'s filer is not open to the role`);
  const { rows } = await sql<{ party: number; field: string; sealed: Buffer }>`
    select party, field, sealed from filer_identities where filing_id = ${filingId} order by party, field`.execute(
    tx,
  );
  const now = app.clock.now();
  forgetStatuses();
  await sql`
    insert into identity_reads (read_id, filing_id, person_id, person_name, agency_path, purpose, rationale, fields, at)
    values (${uuidv7(now)}, ${filingId}, ${actor.personId}, ${actor.name}, ${actor.agencyPath}, ${wish.purpose},
      ${wish.rationale}, ${[...new Set(rows.map((row) => row.field))]}, ${new Date(now)})`.execute(tx);
  await recordAudit(tx, app.clock, actor, {
    action: 'read-identity',
    object: { kind, id: filingId },
    purpose: wish.purpose,
    rationale: wish.rationale,
    details: { fields: rows.length },
  });
  const parties = new Map<number, Record<string, string>>();
  for (const { party, field, sealed } of rows) {
    const fields = parties.get(party) ?? {};
    fields[field] = app.sealer.open(sealed, sealContext(filingId, party, field));
    parties.set(party, fields);
  }
  return { parties: [...parties].map(([party, fields]) => ({ party, fields })) };
}
