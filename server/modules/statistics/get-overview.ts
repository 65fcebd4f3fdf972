// SPDX-License-Identifier: Apache-2.0
import type { Overview } from '@yiwang/contracts';
import { legalDay, startOfLegalDay } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { INDICATORS } from './indicators.ts';

const DAYS = 14;
const DAY_MS = 86_400_000;

/**
 * The indicators of an officer's first page, each counted from the tables of its items under the caller's own scope: the
 * figure and the list behind it never differ. `days` are legal days in Asia/Shanghai, today last.
 */
export async function getOverview(tx: Tx, now: number): Promise<Overview> {
  const today = legalDay(now);
  const from = startOfLegalDay(today) - (DAYS - 1) * DAY_MS;
  const indicators: Overview['indicators'] = [];
  for (const one of INDICATORS) {
    const value = await sql<{ value: number }>`select count(*) as value ${one.items(today)}`.execute(tx);
    const perDay = await sql<{ day: number; count: number }>`
      select floor(extract(epoch from (t.at - ${new Date(from)}::timestamptz)) / 86400)::integer as day,
        count(*) as count
      from (select ${sql.ref(one.at)} as at ${one.happened}) t where t.at >= ${new Date(from)} group by 1`.execute(
      tx,
    );
    const byDay = new Map(perDay.rows.map((row) => [row.day, row.count]));
    indicators.push({
      id: one.id,
      title: one.title,
      value: value.rows[0]?.value ?? 0,
      days: Array.from({ length: DAYS }, (_, i) => byDay.get(i) ?? 0),
      href: one.href,
    });
  }
  const labels = await sql<{ label: string; open: number; confirmed: number }>`
    select h.label, count(*) filter (where v.verdict is null) as open,
      count(*) filter (where v.verdict = 'confirmed') as confirmed
    from hits h left join verdicts v on v.verdict_id = h.verdict_id
    group by h.label order by open desc, h.label`.execute(tx);
  return { asOf: new Date(now).toISOString(), indicators, byLabel: labels.rows };
}
