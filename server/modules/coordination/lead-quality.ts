// SPDX-License-Identifier: Apache-2.0
import type { Answer, getLeadQuality } from '@yiwang/contracts';
import { machineOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { agencyViews } from '../access/index.ts';

/** Words of both lists: why a lead was returned, and how good it was when it was fed back. */
function titles(): Map<string, { zh: string; en: string }> {
  const { actions } = machineOf('lead');
  const options = ['return', 'feedback'].flatMap(
    (id) => actions.find((one) => one.id === id)?.form.flatMap((field) => field.options ?? []) ?? [],
  );
  return new Map(options.map((option) => [option.value, option.title]));
}

/** What receivers said of the leads that each office sent them, over the files that the actor may see. */
export async function leadQuality(tx: Tx): Promise<Answer<typeof getLeadQuality>> {
  const { rows } = await sql<{ sender: string; code: string; count: number }>`
    select s.agency_id as sender, coalesce(t.form->>'quality', t.form->>'code') as code, count(*)::int as count
    from (select distinct file_id from file_access) a
    join files f on f.file_id = a.file_id and f.procedure = 'lead'
    join file_timeline t on t.file_id = a.file_id and t.action in ('feedback', 'return')
    join lateral (select d.agency_id from file_timeline d where d.file_id = t.file_id and d.seq < t.seq
      and d.action in ('dispatch', 'redo') and d.form->>'office' = t.agency_id::text
      order by d.seq desc limit 1) s on true
    where coalesce(t.form->>'quality', t.form->>'code') is not null
    group by 1, 2 order by 1, 3 desc`.execute(tx);
  const names = titles();
  const agencies = await agencyViews(
    tx,
    rows.map((row) => row.sender),
  );
  return {
    items: [...new Set(rows.map((row) => row.sender))].flatMap((sender) => {
      const agency = agencies.get(sender);
      if (!agency) return [];
      const codes = rows
        .filter((row) => row.sender === sender)
        .map(({ code, count }) => ({ code, title: names.get(code) ?? { zh: code, en: code }, count }));
      const sum = (list: typeof codes) => list.reduce((total, one) => total + one.count, 0);
      return [{ agency, sent: sum(codes), useful: sum(codes.filter((one) => one.code === 'useful')), codes }];
    }),
  };
}
