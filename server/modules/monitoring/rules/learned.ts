// SPDX-License-Identifier: Apache-2.0
import type { Learned, RankModel } from '@yiwang/screening';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { withSystem } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';

export interface LearnedRow {
  rule: string;
  weight: number;
  model: RankModel | null;
  trained_at: Date;
}

const FRESH_MS = 60_000;
const kept = new WeakMap<App, { at: number; learned: Learned }>();

export const readLearned = async (tx: Tx): Promise<Map<string, LearnedRow>> =>
  new Map(
    (await sql<LearnedRow>`select rule, weight, model, trained_at from rule_learning`.execute(tx)).rows.map(
      (row) => [row.rule, row],
    ),
  );

/** What verdicts have taught, at most a minute old: patrols ask before every page. */
export async function learnedRules(app: App): Promise<Learned> {
  const now = Number(app.clock.now());
  const known = kept.get(app);
  if (known !== undefined && Math.abs(now - known.at) < FRESH_MS) return known.learned;
  const rows = await withSystem(app.db, 'monitoring.learned-rules', readLearned);
  const learned: Learned = {
    weights: Object.fromEntries([...rows].map(([rule, { weight }]) => [rule, weight])),
    models: Object.fromEntries(
      [...rows].flatMap(([rule, { model }]) => (model === null ? [] : [[rule, model]])),
    ),
  };
  kept.set(app, { at: now, learned });
  return learned;
}
