// SPDX-License-Identifier: Apache-2.0
import type { FilingDetail, FilingKind } from '@yiwang/contracts';
import type { LocalDate } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { stateTitle } from './filing-view.ts';

/** By what earlier filings are recognised; digests only, so nothing is read. */
export interface Likeness {
  filer: Buffer | null;
  dispute: Buffer | null;
  cluster: string | null;
  paperId: string;
  receivedOn: LocalDate;
}

const NO_PAPER = '00000000-0000-0000-0000-000000000000';
export const noPaper = NO_PAPER;

/** How often before, in the year before: figures for a person's judgement, never a decision (O121 17, law.md §6.2). */
export async function countLike(tx: Tx, like: Likeness): Promise<FilingDetail['counts']> {
  const { rows } = await sql<{ by_filer: number; by_dispute: number; by_cluster: number }>`
    select * from count_filings(${like.filer}, ${like.dispute}, ${like.cluster}, ${like.receivedOn}::date - 365,
      ${like.paperId})`.execute(tx);
  const row = rows[0];
  return { byFiler: row?.by_filer ?? 0, byDispute: row?.by_dispute ?? 0, byTarget: row?.by_cluster ?? 0 };
}

interface Row {
  filing_id: string;
  kind: FilingKind;
  number: string;
  machine_version: number;
  title: string;
  state: string;
  received_on: LocalDate;
  same: FilingDetail['related'][number]['same'];
}

/**
 * Filings that share filer, dispute, target or paper, those the actor may see. That a report comes from the same person
 * as another filing is not shown: two files side by side would name the reporter.
 */
export async function relatedFilings(
  tx: Tx,
  like: Likeness,
  self: { id: string | null; sealed: boolean },
): Promise<FilingDetail['related']> {
  const filer = self.sealed ? null : like.filer;
  const dispute = self.sealed ? null : like.dispute;
  const { rows } = await sql<Row>`
    select * from (
      select g.filing_id, g.kind, f.number, f.machine_version, g.title, f.state, g.received_on::text as received_on,
        array_remove(array[
          case when g.filer_digest = ${filer} and g.seal <> 'SEALED' then 'filer' end,
          case when g.dispute_digest = ${dispute} and g.seal <> 'SEALED' then 'dispute' end,
          case when g.cluster_key = ${like.cluster} then 'target' end,
          case when g.paper_id = ${like.paperId} and ${!self.sealed} and g.seal <> 'SEALED' then 'paper' end
        ], null) as same
      from filings g join files f on f.file_id = g.filing_id
      where g.filing_id is distinct from ${self.id}::uuid
        and not (g.paper_id = ${like.paperId} and (${self.sealed} or g.seal = 'SEALED')) and (g.filer_digest = ${filer}
        or g.dispute_digest = ${dispute} or g.cluster_key = ${like.cluster} or g.paper_id = ${like.paperId})
      order by g.received_on desc, g.filing_id desc limit 60) t
    where cardinality(same) > 0 limit 20`.execute(tx);
  return rows.map((row) => ({
    id: row.filing_id,
    kind: row.kind,
    number: row.number,
    title: row.title,
    stateTitle: stateTitle(row.kind, row.machine_version, row.state),
    receivedOn: row.received_on,
    same: row.same,
  }));
}
