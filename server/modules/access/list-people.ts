// SPDX-License-Identifier: Apache-2.0
import type { Answer, listPeople as contract, Query } from '@yiwang/contracts';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import { selectPeople, toPerson } from './views.ts';

/** People by name or account, in the order of their accounts. */
export async function listPeople(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  let rows = selectPeople(tx)
    .orderBy('people.username')
    .orderBy('people.person_id')
    .limit(limit + 1);
  const q = query.q?.trim() ?? '';
  if (q !== '') {
    const like = `%${q.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where((eb) =>
      eb.or([eb('people.username', 'ilike', like), eb('people.name', 'ilike', like)]),
    );
  }
  const after = fromCursor(query.cursor, 2);
  if (after !== null)
    rows = rows.where((eb) =>
      eb(
        eb.refTuple('people.username', 'people.person_id'),
        '>',
        eb.tuple(String(after[0]), String(after[1])),
      ),
    );
  return toPage(await rows.execute(), limit, toPerson, (row) => [row.username, row.person_id]);
}
