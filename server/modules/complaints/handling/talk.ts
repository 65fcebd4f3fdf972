// SPDX-License-Identifier: Apache-2.0
import { refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { publish } from '../../../platform/events/publish.ts';
import { forgetStatuses } from '../public/kept-statuses.ts';

/** One message of the talk between filer and office; the text stands nowhere but here. @throws AppError `not_found` */
export async function say(
  tx: Tx,
  app: App,
  actor: Actor,
  filingId: string,
  message: { side: 'filer' | 'office'; text: string },
): Promise<void> {
  const { rows } = await sql<{ kind: string }>`
    select kind from filings where filing_id = ${filingId}`.execute(tx);
  const kind = rows[0]?.kind;
  if (kind === undefined) throw refused('not_found', `filing ${filingId}`);
  const now = app.clock.now();
  forgetStatuses();
  await sql`
    insert into filing_messages (message_id, filing_id, side, person_id, text, at)
    values (${uuidv7(now)}, ${filingId}, ${message.side}, ${actor.personId}, ${message.text}, ${new Date(now)})`.execute(
    tx,
  );
  await recordAudit(tx, app.clock, actor, {
    action: message.side === 'office' ? 'write-to-filer' : 'filer-wrote',
    object: { kind, id: filingId },
  });
  await publish(tx, app.clock, {
    kind: 'filing.written-to',
    objectId: filingId,
    payload: { filingId, kind, side: message.side },
  });
}
