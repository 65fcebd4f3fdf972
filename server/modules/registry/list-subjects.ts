// SPDX-License-Identifier: Apache-2.0
import type { Answer, listSubjects as contract, Query } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import type { RegistryPorts } from './ports.ts';
import { selectSubjects, viewSubjects } from './subject-view.ts';

/** Subjects by credit code or name; two characters and more use the bigram index (subjects_name). */
export async function listSubjects(
  tx: Tx,
  ports: RegistryPorts,
  query: Query<typeof contract>,
): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim();
  const after = fromCursor(query.cursor, 2);
  const rows = await selectSubjects(
    tx,
    sql`where s.merged_into is null
      ${query.kind ? sql`and s.kind = ${query.kind}` : sql``}
      ${query.status ? sql`and s.status = ${query.status}` : sql``}
      ${query.class ? sql`and s.credit_class = ${query.class}` : sql``}
      and (${q} = '' or s.uscc = upper(${q}) or (
        (length(${q}) < 2 or bigrams(s.name) @> bigrams(${q}))
        and lower(s.name) like '%' || like_literal(lower(${q})) || '%'))
      ${after ? sql`and (s.last_seen_at, s.subject_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
      order by s.last_seen_at desc, s.subject_id desc limit ${limit + 1}`,
  );
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.last_seen_at.toISOString(), row.subject_id],
  );
  return { items: await viewSubjects(tx, ports, page.items), next: page.next };
}
