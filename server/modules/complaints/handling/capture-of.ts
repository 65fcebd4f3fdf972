// SPDX-License-Identifier: Apache-2.0
import type { FilingDetail } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { FilingPorts } from '../ports.ts';

/** How far the capture of the shop's page is; null where no page was named. */
export async function captureOf(
  tx: Tx,
  ports: FilingPorts,
  filingId: string,
): Promise<FilingDetail['capture']> {
  const { rows } = await sql<{
    url: string;
    patrol_id: string | null;
    problem: string | null;
    asked_at: Date;
  }>`
    select g.shop_url as url, c.patrol_id, c.problem, c.asked_at
    from filing_capture_links l join filing_captures c using (page_key, slot)
    join filings g on g.filing_id = l.filing_id
    where l.filing_id = ${filingId} order by c.asked_at desc limit 1`.execute(tx);
  const row = rows[0];
  if (!row) return null;
  const outcome = row.patrol_id === null ? null : await ports.captured(tx, row.patrol_id);
  return {
    url: row.url,
    state: row.problem === null ? (outcome?.state ?? 'queued') : 'failed',
    problem: row.problem ?? outcome?.problem ?? null,
    patrolId: row.patrol_id,
    hits: outcome?.hits ?? 0,
    evidence: outcome?.evidence ?? [],
    askedAt: row.asked_at.toISOString(),
  };
}
