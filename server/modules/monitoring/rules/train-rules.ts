// SPDX-License-Identifier: Apache-2.0
import { type Finding, featuresOf, type JudgedFinding, ruleWeight, trainRank } from '@yiwang/screening';
import { sql } from 'kysely';
import { Type } from 'typebox';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { defineJob, handles } from '../../../platform/jobs/job.ts';

export const trainRulesJob = defineJob('monitoring.train-rules', Type.Object({}));

/** The latest verdicts a model is made from; older ones speak of older listings. */
const MOST_VERDICTS = 5000;

interface Row {
  findings: Finding[];
  price: number | null;
  verdict: string;
  verdict_id: string;
}

/** A verdict as the model takes it: the surest finding of the hit, with how many were beside it. */
function judged({ findings, price, verdict }: Row): JudgedFinding | null {
  const best = findings.reduce<Finding | null>(
    (top, f) => (top === null || f.confidence > top.confidence ? f : top),
    null,
  );
  if (best === null) return null;
  return {
    features: featuresOf(best, { price, beside: findings.length - 1 }),
    right: verdict !== 'noise',
    confidence: best.confidence,
  };
}

/**
 * Learns from verdicts that came since the last time; rules without new ones are left alone, so it may run as often as it
 * likes. Duplicates were rightly found; dead listings say nothing of the rule; what was taken back does not count.
 * @returns the rules that were learned anew
 */
export async function trainRules(tx: Tx, app: App): Promise<string[]> {
  const stale = await sql<{ rule: string }>`
    select h.rule from hits h join verdicts v on v.verdict_id = h.verdict_id
      left join rule_learning l on l.rule = h.rule
    where v.verdict in ('confirmed', 'duplicate', 'noise')
    group by h.rule, l.rule, l.judged, l.last_verdict
    having l.rule is null or count(*) <> l.judged or max(v.verdict_id::text) <> l.last_verdict::text
    order by h.rule`.execute(tx);
  for (const { rule } of stale.rows) {
    const { rows } = await sql<Row>`
      select h.findings, case when h.currency is null or h.currency = 'CNY' then h.price end as price,
        v.verdict, v.verdict_id
      from hits h join verdicts v on v.verdict_id = h.verdict_id
      where h.rule = ${rule} and v.verdict in ('confirmed', 'duplicate', 'noise')
      order by v.verdict_id desc limit ${MOST_VERDICTS}`.execute(tx);
    const samples = rows.toReversed().flatMap((row) => judged(row) ?? []);
    const counts = await sql<{ right_count: number; judged: number; last: string }>`
      select count(*) filter (where v.verdict <> 'noise')::int as right_count, count(*)::int as judged,
        max(v.verdict_id::text) as last
      from hits h join verdicts v on v.verdict_id = h.verdict_id
      where h.rule = ${rule} and v.verdict in ('confirmed', 'duplicate', 'noise')`.execute(tx);
    const { right_count, judged: all, last } = counts.rows[0]!;
    const model = trainRank(rule, samples);
    await sql`
      insert into rule_learning (rule, right_count, judged, last_verdict, weight, model, trained_at)
      values (${rule}, ${right_count}, ${all}, ${last}, ${ruleWeight(right_count, all)},
        ${model === null ? null : JSON.stringify(model)}::jsonb, ${new Date(app.clock.now())})
      on conflict (rule) do update set right_count = excluded.right_count, judged = excluded.judged,
        last_verdict = excluded.last_verdict, weight = excluded.weight, model = excluded.model,
        trained_at = excluded.trained_at`.execute(tx);
  }
  return stale.rows.map(({ rule }) => rule);
}

export const trainRulesHandler = handles(trainRulesJob, async (_, context) => {
  await context.system((tx) => trainRules(tx, context.app));
});
