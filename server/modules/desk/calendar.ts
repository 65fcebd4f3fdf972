// SPDX-License-Identifier: Apache-2.0
import { type Clock, legalDay, refused } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { App } from '../../platform/app.ts';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import { type Actor, withActor, withSystem } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type FileKind, pageOf } from '../../platform/files/index.ts';
import { actorOf, digestToken, makeToken } from '../access/index.ts';
import { onDesk } from './buckets.ts';
import { writeCalendar } from './icalendar.ts';
import { selectTasks } from './task-view.ts';

/** Makes a private address; the one before stops working. The token is in no table, only its digest. */
export async function makeCalendar(tx: Tx, clock: Clock, actor: Actor): Promise<string> {
  const token = makeToken();
  await sql`
    insert into desk_settings (person_id, calendar_digest, calendar_since)
    values (${actor.personId}, ${digestToken(token)}, ${new Date(clock.now())})
    on conflict (person_id) do update
      set calendar_digest = excluded.calendar_digest, calendar_since = excluded.calendar_since`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'make-calendar',
    object: { kind: 'person', id: actor.personId },
  });
  return token;
}

export async function revokeCalendar(tx: Tx, clock: Clock, actor: Actor): Promise<void> {
  await sql`
    update desk_settings set calendar_digest = null, calendar_since = null
    where person_id = ${actor.personId}`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'revoke-calendar',
    object: { kind: 'person', id: actor.personId },
  });
}

/**
 * The calendar behind a token, read as the person whose it is: what they may no longer see is no longer in it.
 * @throws AppError `not_found` – no such token, revoked, or the account is disabled
 */
export async function readCalendar(
  app: App,
  kinds: readonly FileKind[],
  token: string,
  locale: 'zh' | 'en',
): Promise<string> {
  const now = app.clock.now();
  const actor = await withSystem(app.db, 'calendar', async (tx) => {
    const { rows } = await sql<{ person_id: string }>`
      select person_id from desk_settings where calendar_digest = ${digestToken(token)}`.execute(tx);
    return rows[0] ? actorOf(tx, rows[0].person_id) : null;
  });
  if (actor === null) throw refused('not_found', 'no such calendar');
  const rows = await withActor(app.db, actor, (tx) =>
    selectTasks(
      tx,
      sql`where ${onDesk(actor, 'mine', legalDay(now))} and t.due is not null order by t.due, t.file_id limit 1000`,
    ),
  );
  const due = locale === 'en' ? 'Due' : '到期';
  return writeCalendar(
    locale === 'en' ? `Yiwang · ${actor.name}` : `以网 · ${actor.name}`,
    rows.map((row) => {
      const machine = machineOf(row.procedure, row.machine_version);
      const clock = machine.clocks.find((one) => one.id === row.clock);
      const state = machine.states[row.state]?.title[locale] ?? row.state;
      return {
        uid: `${row.file_id}.${row.clock}@yiwang`,
        day: row.due!,
        summary: `${due} ${row.number} ${row.title}`.trim(),
        description: [clock?.title[locale], state, row.line].filter(Boolean).join('\n'),
        url: app.settings.publicUrl
          ? new URL(pageOf(kinds, row.procedure, row.file_id), app.settings.publicUrl).href
          : null,
        stamp: new Date(now),
      };
    }),
  );
}
