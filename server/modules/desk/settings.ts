// SPDX-License-Identifier: Apache-2.0
import type { Body, changeDeskSettings, DeskSettings } from '@yiwang/contracts';
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../platform/app.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';

/** How the caller is reminded outside of the console. */
export async function readDeskSettings(tx: Tx, app: App, actor: Actor): Promise<DeskSettings> {
  const { rows } = await sql<{ calendar_since: Date | null; mail: string | null; mail_on: boolean }>`
    select calendar_since, mail, mail_on from desk_settings where person_id = ${actor.personId}`.execute(tx);
  return {
    calendarSince: rows[0]?.calendar_since?.toISOString() ?? null,
    mail: rows[0]?.mail ?? null,
    mailOn: rows[0]?.mail_on ?? false,
    mailPossible: app.settings.smtpUrl !== null,
  };
}

export async function changeSettings(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: Body<typeof changeDeskSettings>,
): Promise<void> {
  await sql`
    insert into desk_settings (person_id, mail, mail_on)
    values (${actor.personId}, ${wish.mail}, ${wish.mailOn && wish.mail !== null})
    on conflict (person_id) do update set mail = excluded.mail, mail_on = excluded.mail_on`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'change-reminders',
    object: { kind: 'person', id: actor.personId },
    details: { mailOn: wish.mailOn },
  });
}
