// SPDX-License-Identifier: Apache-2.0
import type { Likeness } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { RegistryPorts } from '../ports.ts';
import { selectSubjects, viewSubjects } from '../subject-view.ts';

type Reason = Likeness['reasons'][number];

interface Row {
  id: string;
  reasons: Reason[];
}

/**
 * Records that may be of the same subject: the same name, phone or address, or a site of the same host. Only what is the
 * same counts; how alike two names look is for a person to see.
 */
export async function likeSubjects(tx: Tx, ports: RegistryPorts, id: string): Promise<Likeness[]> {
  const { rows: self } = await sql`select 1 from subjects where subject_id = ${id}`.execute(tx);
  if (self.length === 0) throw refused('not_found', `subject ${id}`);
  const { rows } = await sql<Row>`
    with self as (select * from subjects where subject_id = ${id}), alike as (
      select s.subject_id as id, 'name' as reason from self join subjects s on s.name_key = self.name_key
      union select f.object_id, f.field from (
          select distinct field, md5(value) as digest from facts where object_id = ${id} and field in ('phone', 'address')
        ) mine join facts f on f.field = mine.field and md5(f.value) = mine.digest
      union select s.subject_id, 'phone' from self join subjects s on s.phone = self.phone
      union select v.subject_id, 'site' from venues mine join venues v on v.host = mine.host and v.kind = 'site'
        where mine.subject_id = ${id} and mine.kind = 'site'
    )
    select a.id, array_agg(distinct a.reason) as reasons from alike a join subjects s on s.subject_id = a.id
    where a.id <> ${id} and s.merged_into is null
    group by a.id order by count(*) desc, a.id limit 20`.execute(tx);
  const reasons = new Map(rows.map((row) => [row.id, row.reasons]));
  const subjects = await viewSubjects(
    tx,
    ports,
    await selectSubjects(tx, sql`where s.subject_id = any(${[...reasons.keys()]}::uuid[])`),
  );
  return subjects
    .map((subject) => ({ subject, reasons: reasons.get(subject.id) ?? [] }))
    .sort((a, b) => b.reasons.length - a.reasons.length);
}
