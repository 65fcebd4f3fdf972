// SPDX-License-Identifier: Apache-2.0
import type { Body, actOnComplaint as contract, FilingKind } from '@yiwang/contracts';
import { legalDay, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { publish } from '../../../platform/events/publish.ts';
import { type OpenFile, takeAction } from '../../../platform/files/index.ts';
import { enterHalf, openHalf } from '../filing/enter-half.ts';
import { askLetters } from '../letters/ask-letters.ts';
import { findOffice } from '../offices/find-office.ts';
import type { FilingPorts } from '../ports.ts';
import { forgetStatuses } from '../public/kept-statuses.ts';

/**
 * Takes one of the actions that the procedure allows now, with what follows from it in the same transaction.
 * @throws AppError `not_found`, `moved_on`, `action_not_open`, `form_invalid`
 */
export async function actOnFiling(
  tx: Tx,
  app: App,
  ports: FilingPorts,
  actor: Actor,
  kind: FilingKind,
  id: string,
  wish: { action: string } & Body<typeof contract>,
): Promise<void> {
  const { rows } = await sql`select 1 from filings where filing_id = ${id} and kind = ${kind}`.execute(tx);
  if (rows.length === 0) throw refused('not_found', `${kind} ${id}`);
  const file = await takeAction(tx, app.clock, actor, id, wish);
  const last = file.timeline.at(-1)!;
  if (wish.action === 'breach-found') await openCheck(tx, app, ports, actor, file, String(last.form['what']));
  await askLetters(tx, app, actor, file);
  await noteAct(tx, app, actor, kind, file);
}

/** Audit and event of an action; the filer's words are not in either. */
export async function noteAct(
  tx: Tx,
  app: App,
  actor: Actor,
  kind: FilingKind,
  file: OpenFile,
): Promise<void> {
  const last = file.timeline.at(-1)!;
  const reason = last.form['reason'];
  forgetStatuses();
  await recordAudit(tx, app.clock, actor, {
    action: `${kind}.${last.action}`,
    object: { kind, id: file.id },
    rationale: actor.kind === 'person' && typeof reason === 'string' ? reason : null,
    details: { state: file.state.state, version: file.state.version },
  });
  await publish(tx, app.clock, {
    kind: 'filing.moved',
    objectId: file.id,
    payload: {
      filingId: file.id,
      kind,
      action: last.action,
      state: file.state.state,
      version: file.state.version,
    },
  });
}

interface ParentRow {
  paper_id: string;
  door: 'consumer' | 'operator';
  matter: string;
  shop_name: string | null;
  shop_url: string | null;
  platform_name: string | null;
  respondent_name: string | null;
  respondent_address: string | null;
}

/** A breach found while mediating is checked as a file of its own (O20 23, O121 27); it names no complainant. */
async function openCheck(
  tx: Tx,
  app: App,
  ports: FilingPorts,
  actor: Actor,
  file: OpenFile,
  what: string,
): Promise<void> {
  const { rows } = await sql<ParentRow>`
    select paper_id, door, matter, shop_name, shop_url, platform_name, respondent_name, respondent_address
    from filings where filing_id = ${file.id}`.execute(tx);
  const parent = rows[0]!;
  const now = app.clock.now();
  const half = {
    kind: 'report' as const,
    door: parent.door,
    matter: parent.matter,
    shop: {
      name: parent.shop_name,
      link: parent.shop_url,
      platform: parent.platform_name,
      respondent: parent.respondent_name,
      respondentAddress: parent.respondent_address,
    },
    statement: what,
    claims: [],
    amount: null,
    happenedOn: null,
    knownOn: null,
    seal: 'ANON' as const,
    realName: false,
    filer: null,
    joint: [],
    complainants: 1,
    consentPublish: false,
    consentEntrust: false,
  };
  const receivedOn = legalDay(now);
  const wish = {
    id: uuidv7(now),
    half,
    office: { id: file.agencyId, path: file.agencyPath },
    receivedOn,
    channel: 'split',
  };
  const found = await findOffice(tx, app, ports, { ...half, on: receivedOn });
  // A paper of its own: whoever holds the complaint's receipt sees nothing of a check.
  const paperId = uuidv7(now);
  await sql`
    insert into papers (paper_id, receipt_digest, body_digest, channel, taken_by, received_at)
    values (${paperId}, ${app.sealer.digest(paperId, 'filing.none')}, ${Buffer.alloc(32)}, 'split', ${actor.personId}, ${new Date(now)})`.execute(
    tx,
  );
  await enterHalf(tx, app, actor, { ...wish, paperId, found });
  await openHalf(tx, app, actor, { ...wish, found });
}
