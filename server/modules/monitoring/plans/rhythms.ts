// SPDX-License-Identifier: Apache-2.0
import {
  type Answer,
  type Body,
  type getRhythms as contract,
  type Rhythm,
  type setRhythm,
  VENUE_CLASSES,
} from '@yiwang/contracts';
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';

/**
 * The same for every class until somebody sets it: that districts look at classes in rounds of a month, a quarter or
 * half a year is told (domain.md §2.1, Luolong), but not which class has which. Ours, not verified.
 */
export const DEFAULT_DAYS = 30;

export async function readRhythms(tx: Tx): Promise<Rhythm[]> {
  const { rows } = await sql<{
    class: Rhythm['class'];
    days: number;
    basis: string | null;
    set_by: string | null;
  }>`
    select class, days, basis, set_by from rhythms`.execute(tx);
  return VENUE_CLASSES.map((name) => {
    const row = rows.find((one) => one.class === name);
    return {
      class: name,
      days: row?.days ?? DEFAULT_DAYS,
      basis: row?.basis ?? null,
      setBy: row?.set_by ?? null,
    };
  });
}

export async function writeRhythm(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: Body<typeof setRhythm>,
): Promise<Answer<typeof contract>> {
  const basis = wish.basis?.trim() || null;
  await sql`
    insert into rhythms (class, days, basis, set_by, set_at)
    values (${wish.class}, ${wish.days}, ${basis}, ${actor.name}, ${new Date(clock.now())})
    on conflict (class) do update set days = excluded.days, basis = excluded.basis, set_by = excluded.set_by,
      set_at = excluded.set_at`.execute(tx);
  await recordAudit(tx, clock, actor, {
    action: 'set-rhythm',
    object: { kind: 'rhythm', id: wish.class },
    rationale: basis,
    details: { days: wish.days },
  });
  return { items: await readRhythms(tx) };
}
