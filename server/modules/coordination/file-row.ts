// SPDX-License-Identifier: Apache-2.0
import type { COORDINATION, FileLine, FilePacket } from '@yiwang/contracts';
import { type LocalDate, refused, startOfLegalDay } from '@yiwang/kernel';
import { machineOf } from '@yiwang/procedures';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { agencyViews } from '../access/index.ts';

export interface FileRow {
  file_id: string;
  parent_id: string | null;
  procedure: (typeof COORDINATION)[number];
  machine_version: number;
  number: string;
  title: string;
  recipient: string | null;
  recipient_key: string | null;
  packet: FilePacket;
  state: string;
  agency_id: string;
  holder_id: string;
  opened_at: Date;
  ended_at: Date | null;
  version: number;
  due: LocalDate | null;
  started_on: LocalDate | null;
}

/** Files of this room that the actor may see: starts from file_access; `rest` is everything from `where` on. */
export async function selectRows(tx: Tx, rest: RawBuilder<unknown>): Promise<FileRow[]> {
  const { rows } = await sql<FileRow>`
    select c.file_id, c.parent_id, c.procedure, f.machine_version, f.number, c.title, c.recipient, c.recipient_key,
      c.packet, f.state, f.agency_id, f.holder_id, f.opened_at, f.ended_at, f.version, k.due, k.started_on
    from (select distinct file_id from file_access) a
    join coordination_files c on c.file_id = a.file_id
    join files f on f.file_id = a.file_id
    left join lateral (select due::text, started_on::text from file_clocks k
      where k.file_id = a.file_id and k.met_on is null order by k.due nulls last limit 1) k on true
    ${rest}`.execute(tx);
  return rows;
}

/** @throws AppError `not_found` */
export async function readRow(tx: Tx, id: string): Promise<FileRow> {
  const [row] = await selectRows(tx, sql`where c.file_id = ${id}`);
  if (!row) throw refused('not_found', `file ${id}`);
  return row;
}

const used = (row: FileRow, now: number): number | null => {
  if (row.due === null || row.started_on === null) return null;
  const [from, to] = [startOfLegalDay(row.started_on), startOfLegalDay(row.due) + 86_400_000];
  return Math.max(0, Math.round(((now - from) / (to - from)) * 1000) / 1000);
};

export async function viewRows(tx: Tx, rows: readonly FileRow[], now: number): Promise<FileLine[]> {
  const agencies = await agencyViews(
    tx,
    rows.flatMap((row) => [row.agency_id, row.holder_id]),
  );
  return rows.map((row) => {
    const machine = machineOf(row.procedure, row.machine_version);
    return {
      id: row.file_id,
      number: row.number,
      procedure: row.procedure,
      procedureTitle: machine.title,
      state: row.state,
      stateTitle: machine.states[row.state]?.title ?? { zh: row.state, en: row.state },
      title: row.title,
      recipient: row.recipient,
      agency: agencies.get(row.agency_id)!,
      holder: row.ended_at === null ? (agencies.get(row.holder_id) ?? null) : null,
      due: row.due,
      used: used(row, now),
      openedAt: row.opened_at.toISOString(),
      ended: row.ended_at !== null,
      version: row.version,
    };
  });
}

/** Files that a lead opened and that the actor may see, oldest first. */
export const filesOfLead = async (tx: Tx, leadId: string, now: number): Promise<FileLine[]> =>
  viewRows(tx, await selectRows(tx, sql`where c.parent_id = ${leadId} order by c.file_id`), now);
