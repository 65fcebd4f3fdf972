// SPDX-License-Identifier: Apache-2.0
import type { FilingKind } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { receiptOf } from '../receipt-code.ts';
import type { TakenPaper } from './take-paper.ts';

/** What whoever filed is told; worked out again from the paper when it is sent a second time. */
export async function filedView(tx: Tx, app: App, paperId: string): Promise<TakenPaper> {
  const { rows } = await sql<{
    filing_id: string;
    kind: FilingKind;
    number: string;
    office: string;
    due: string | null;
    received_at: Date;
  }>`
    select g.filing_id, g.kind, f.number, a.name as office, p.received_at,
      (select min(c.due)::text from file_clocks c where c.file_id = g.filing_id and c.met_on is null) as due
    from papers p join filings g on g.paper_id = p.paper_id join files f on f.file_id = g.filing_id
    join agencies a on a.agency_id = f.agency_id
    where p.paper_id = ${paperId} order by g.kind, g.filing_id`.execute(tx);
  const files = await sql<{ name: string; sha256: string }>`
    select name, sha256 from filing_proofs where paper_id = ${paperId} order by attachment_id`.execute(tx);
  return {
    receipt: receiptOf(app.sealer, paperId),
    receivedAt: rows[0]!.received_at.toISOString(),
    items: rows.map(({ kind, number, office, due }) => ({ kind, number, office, due })),
    attachments: files.rows,
    ids: rows.map(({ kind, filing_id }) => ({ kind, id: filing_id })),
  };
}
