// SPDX-License-Identifier: Apache-2.0
import { type Clock, legalDay, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import type { Subscription } from '../../../platform/events/subscription.ts';
import type { CreditClass, CreditKind } from './class-rules.ts';
import { creditFile } from './credit-file.ts';

/** Records a fact of credit by hand. @throws AppError `not_found` */
export async function addCreditEvent(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: { subjectId: string; kind: CreditKind; day: string; note: string; source: string },
): Promise<void> {
  const { rows } = await sql`
    insert into credit_events (event_id, subject_id, kind, on_day, note, source, by_name, at)
    select ${uuidv7(clock.now())}, coalesce(merged_into, subject_id), ${wish.kind}, ${wish.day}::date, ${wish.note},
      ${wish.source}, ${actor.name}, ${new Date(clock.now())}
    from subjects where subject_id = ${wish.subjectId} returning 1`.execute(tx);
  if (rows.length === 0) throw refused('not_found', `subject ${wish.subjectId}`);
  await recordAudit(tx, clock, actor, {
    action: 'change-subject',
    object: { kind: 'subject', id: wish.subjectId },
    rationale: wish.note,
    details: { credit: wish.kind, day: wish.day, source: wish.source },
  });
}

/** Gives a class: the only way in which one changes. @throws AppError `not_found` */
export async function giveClass(
  tx: Tx,
  app: App,
  actor: Actor,
  wish: { subjectId: string; class: CreditClass; reason: string },
): Promise<void> {
  const file = await creditFile(tx, app, wish.subjectId);
  const now = new Date(app.clock.now());
  await sql`
    update subjects set credit_class = ${wish.class}, classed_at = ${now} where subject_id = ${wish.subjectId}`.execute(
    tx,
  );
  await sql`
    insert into credit_classes (class_id, subject_id, class, before, proposed, reason, by_person, by_name, at)
    values (${uuidv7(app.clock.now())}, ${wish.subjectId}, ${wish.class}, ${file.class}, ${file.proposed},
      ${wish.reason}, ${actor.personId}, ${actor.name}, ${now})`.execute(tx);
  await recordAudit(tx, app.clock, actor, {
    action: 'class-subject',
    object: { kind: 'subject', id: wish.subjectId },
    rationale: wish.reason,
    details: { from: file.class, to: wish.class, proposed: file.proposed },
  });
}

/** What an outcome of a lead means for the credit file of its subject; others mean nothing for it. */
const OF_STATE: Readonly<Record<string, CreditKind>> = {
  clean: 'checked-clean',
  corrected: 'corrected',
  'to-case': 'case',
  unreachable: 'unreachable',
};

/** Where a lead was verified, the credit file of its subject says so; once a lead and kind. */
export const noteOutcome: Subscription = {
  event: 'lead.moved',
  subscriber: 'registry.note-credit',
  async handle(tx, event, app) {
    const kind = OF_STATE[String(event.payload['state'])];
    if (kind === undefined) return;
    await sql`
      insert into credit_events (event_id, subject_id, kind, on_day, note, source, file_id, by_name, at)
      select ${uuidv7(app.clock.now())}, coalesce(s.merged_into, s.subject_id), ${kind},
        ${legalDay(event.at.getTime())}::date, t.title, t.number, t.file_id, 'system', ${new Date(app.clock.now())}
      from file_tasks t join leads l on l.lead_id = t.file_id join subjects s on s.subject_id = l.subject_id
      where t.file_id = ${event.objectId} on conflict do nothing`.execute(tx);
  },
};
