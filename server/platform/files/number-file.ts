// SPDX-License-Identifier: Apache-2.0
import { legalDay } from '@yiwang/kernel';
import type { Machine } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Tx } from '../database/db.ts';

/** Division code at the end of an office's path: `000000.900000.900100` → `900100`. */
const divisionOf = (agencyPath: string): string => agencyPath.slice(agencyPath.lastIndexOf('.') + 1);

/**
 * The next number of this office, procedure and year, e.g. `线索〔2026〕900101第0001号`. The row stays locked until the
 * transaction ends, so numbers have no gap and none stands twice.
 */
export async function numberFile(
  tx: Tx,
  machine: Pick<Machine, 'id' | 'sign'>,
  agency: { id: string; path: string },
  at: number,
): Promise<string> {
  const year = Number(legalDay(at).slice(0, 4));
  const { rows } = await sql<{ last: number }>`
    insert into file_numbers (agency_id, procedure, year, last) values (${agency.id}, ${machine.id}, ${year}, 1)
    on conflict (agency_id, procedure, year) do update set last = file_numbers.last + 1
    returning last`.execute(tx);
  const serial = String(rows[0]!.last).padStart(4, '0');
  return `${machine.sign}〔${year}〕${divisionOf(agency.path)}第${serial}号`;
}
