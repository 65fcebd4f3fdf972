// SPDX-License-Identifier: Apache-2.0
import type { CreditFile } from '@yiwang/contracts';
import { legalDay, refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { familyOf } from '../merge/list-mergers.ts';
import { type CreditClass, type CreditKind, classRules, pointsOf, proposeClass } from './class-rules.ts';

interface EventRow {
  event_id: string;
  kind: CreditKind;
  day: string;
  note: string;
  source: string;
  by_name: string;
  file_id: string | null;
}

interface ClassRow {
  class: CreditClass;
  before: CreditClass | null;
  proposed: CreditClass | null;
  reason: string;
  by_name: string;
  at: Date;
}

/**
 * The credit file of a subject and of the records behind it. Events of files are those that the caller may see: the
 * proposal is made of these, and a higher office may see more.
 * @throws AppError `not_found`
 */
export async function creditFile(tx: Tx, app: App, id: string): Promise<CreditFile> {
  const { rows: subjects } = await sql<{
    credit_class: CreditClass | null;
    classed_at: Date | null;
    last_seen_at: Date;
  }>`select credit_class, classed_at, last_seen_at from subjects where subject_id = ${id}`.execute(tx);
  const subject = subjects[0];
  if (!subject) throw refused('not_found', `subject ${id}`);
  const family = await familyOf(tx, id);
  const { rows: events } = await sql<EventRow>`
    select event_id, kind, on_day::text as day, note, source, by_name, file_id from credit_events
    where subject_id = any(${family}::uuid[]) order by on_day desc, event_id desc limit 500`.execute(tx);
  const { rows: history } = await sql<ClassRow>`
    select class, before, proposed, reason, by_name, at from credit_classes
    where subject_id = any(${family}::uuid[]) order by at desc limit 100`.execute(tx);
  const rules = classRules(app.settings);
  const points = pointsOf(rules, events, legalDay(app.clock.now()));
  const sum = points.reduce((total, one) => total + one, 0);
  const rhythm = rules.borders.find((border) => border.class === subject.credit_class)?.rhythmDays ?? null;
  return {
    class: subject.credit_class,
    since: subject.classed_at?.toISOString() ?? null,
    proposed: proposeClass(rules, sum),
    points: sum,
    windowDays: rules.windowDays,
    borders: [...rules.borders],
    events: events.map((event, i) => ({
      id: event.event_id,
      kind: event.kind,
      day: event.day,
      note: event.note,
      source: event.source,
      by: event.by_name,
      href: event.file_id === null ? null : `/console/leads/${event.file_id}`,
      points: points[i] ?? 0,
    })),
    history: history.map(({ by_name, at, ...row }) => ({ ...row, by: by_name, at: at.toISOString() })),
    rhythmDays: rhythm,
    nextLookOn: rhythm === null ? null : legalDay(subject.last_seen_at.getTime() + rhythm * 86_400_000),
  };
}
