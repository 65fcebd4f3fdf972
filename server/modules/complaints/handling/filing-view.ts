// SPDX-License-Identifier: Apache-2.0
import type { Filing, FilingKind } from '@yiwang/contracts';
import { type LocalDate, startOfLegalDay } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { agencyViews } from '../../access/index.ts';

export interface FilingRow {
  filing_id: string;
  kind: FilingKind;
  number: string;
  machine_version: number;
  state: string;
  title: string;
  shop_name: string | null;
  respondent_name: string | null;
  matter: Filing['matter'];
  channel: string;
  seal: Filing['seal'];
  agency_id: string;
  received_on: LocalDate;
  complainants: number;
  version: number;
  due: LocalDate | null;
  started_on: LocalDate | null;
}

/** Filings that the actor may see; starts from file_access, whose policy is an index range. */
export async function selectFilings(tx: Tx, rest: RawBuilder<unknown>): Promise<FilingRow[]> {
  const { rows } = await sql<FilingRow>`
    select g.filing_id, g.kind, f.number, f.machine_version, f.state, g.title, g.shop_name, g.respondent_name,
      g.matter, g.channel, g.seal, f.agency_id, g.received_on::text as received_on, g.complainants, f.version,
      c.due::text as due, c.started_on::text as started_on
    from (select distinct file_id from file_access) a
    join files f on f.file_id = a.file_id
    join filings g on g.filing_id = a.file_id
    left join lateral (select due, started_on from file_clocks k where k.file_id = a.file_id and k.met_on is null
      and k.due is not null order by k.due limit 1) c on true
    ${rest}`.execute(tx);
  return rows;
}

const used = (row: FilingRow, now: number): number | null => {
  if (row.due === null || row.started_on === null) return null;
  const [from, to] = [startOfLegalDay(row.started_on), startOfLegalDay(row.due) + 86_400_000];
  return Math.max(0, Math.round(((now - from) / (to - from)) * 1000) / 1000);
};

export const stateTitle = (kind: string, version: number, state: string) =>
  machineOf(kind, version).states[state]?.title ?? { zh: state, en: state };

export async function viewFilings(tx: Tx, rows: readonly FilingRow[], now: number): Promise<Filing[]> {
  const agencies = await agencyViews(
    tx,
    rows.map((row) => row.agency_id),
  );
  return rows.map((row) => ({
    id: row.filing_id,
    kind: row.kind,
    number: row.number,
    state: row.state,
    stateTitle: stateTitle(row.kind, row.machine_version, row.state),
    title: row.title,
    shopName: row.shop_name,
    respondent: row.respondent_name,
    matter: row.matter,
    channel: row.channel,
    seal: row.seal,
    agency: agencies.get(row.agency_id)!,
    receivedOn: row.received_on,
    due: row.due,
    used: used(row, now),
    complainants: row.complainants,
    version: row.version,
  }));
}
