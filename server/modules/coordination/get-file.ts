// SPDX-License-Identifier: Apache-2.0
import type { FileDetail } from '@yiwang/contracts';
import { LINKED, machineOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { loadFile, viewFile } from '../../platform/files/index.ts';
import { documentsOf } from '../documents/index.ts';
import { readRow, viewRows } from './file-row.ts';
import { linkOf } from './links/link.ts';
import { recordOf } from './party-record.ts';

/** One file between offices with everything that its page shows. @throws AppError `not_found` */
export async function getFile(
  tx: Tx,
  actor: Actor,
  id: string,
  view: { now: number; locale: 'zh' | 'en' },
): Promise<FileDetail> {
  const row = await readRow(tx, id);
  const [line] = await viewRows(tx, [row], view.now);
  const file = await loadFile(tx, id);
  const parent = await sql<{ file_id: string; number: string; title: string }>`
    select f.file_id, f.number, l.title from files f join leads l on l.lead_id = f.file_id
    where f.file_id = ${row.parent_id}`.execute(tx);
  const lead = parent.rows[0];
  const machine = machineOf(row.procedure, row.machine_version);
  return {
    file: line!,
    parent: lead ? { id: lead.file_id, number: lead.number, title: lead.title } : null,
    packet: row.packet,
    linkable:
      row.agency_id === actor.agencyId &&
      !file.state.ended &&
      machine.linked !== undefined &&
      machine.actions.some(
        (action) => action.roles.includes(LINKED) && action.from.includes(file.state.state),
      ),
    link: await linkOf(tx, id),
    record: machine.linked && row.recipient_key ? await recordOf(tx, row.procedure, row.recipient_key) : null,
    documents: await documentsOf(tx, id),
    ...(await viewFile(tx, file, actor, view.now, view.locale)),
  };
}
