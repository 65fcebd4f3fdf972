// SPDX-License-Identifier: Apache-2.0
import type { Hit } from '@yiwang/contracts';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { visibleLeads } from '../../leads/index.ts';
import { ruleTitle } from '../rules/engine.ts';

interface HitRow {
  hit_id: string;
  verdict: Hit['state'] | null;
  risk: number;
  rule: string;
  label: string;
  severity: Hit['severity'];
  title: string;
  url: string;
  price: number | null;
  currency: string | null;
  shop: string | null;
  venue_id: string | null;
  patrol_id: string | null;
  evidence_id: string | null;
  lead_id: string | null;
  group_key: string;
  group_size: number;
  found_at: Date;
  at: Date | null;
  by_name: string | null;
  note: string | null;
}

/** real columns come back with the noise of four bytes. */
const tidy = (value: number): number => Math.round(value * 1000) / 1000;

/**
 * Hits with their verdict in force; `rest` is everything from `where` on. The lead a hit made is named only to those who
 * may see that lead, and so is what its officer wrote.
 */
export async function selectHits(tx: Tx, rest: RawBuilder<unknown>): Promise<Hit[]> {
  const { rows } = await sql<HitRow>`
    select h.hit_id, v.verdict, h.risk, h.rule, h.label, h.severity, h.title, h.url, h.price, h.currency, h.shop,
      h.venue_id, h.patrol_id, h.evidence_id, v.lead_id, h.group_key, h.found_at, v.at, v.by_name, v.note,
      (select count(*) from hits g where g.group_key = h.group_key and g.verdict_id is null) as group_size
    from hits h left join verdicts v on v.verdict_id = h.verdict_id ${rest}`.execute(tx);
  const leads = await visibleLeads(
    tx,
    rows.flatMap((row) => (row.lead_id === null ? [] : [row.lead_id])),
  );
  return rows.map((row) => {
    const others = row.lead_id !== null && !leads.has(row.lead_id);
    return {
      id: row.hit_id,
      state: row.verdict ?? 'new',
      risk: tidy(row.risk),
      rule: row.rule,
      ruleTitle: ruleTitle(row.rule),
      label: row.label,
      severity: row.severity,
      title: row.title,
      url: row.url,
      price: row.price,
      currency: row.currency,
      shop: row.shop,
      venueId: row.venue_id,
      patrolId: row.patrol_id,
      evidenceId: row.evidence_id,
      leadId: others ? null : row.lead_id,
      groupKey: row.group_key,
      groupSize: Math.max(1, row.group_size),
      foundAt: row.found_at.toISOString(),
      judgedAt: row.at?.toISOString() ?? null,
      judgedBy: others ? null : row.by_name,
      note: others ? null : row.note,
    };
  });
}
