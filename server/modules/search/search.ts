// SPDX-License-Identifier: Apache-2.0
import { type Answer, type search as contract, SEARCH_KINDS, type SearchKind } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import type { Finder } from './finders.ts';

type Group = Answer<typeof contract>['groups'][number];

/** A search of words that nearly every row has is cut off: the other kinds are still answered. */
const PATIENCE_MS = 1_000;
const CUT_OFF = '57014';

/**
 * Asks one kind after the other, each in a short transaction of its own (an interrupted statement ends its transaction).
 */
export async function searchAll(
  transact: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>,
  finders: Record<SearchKind, Finder>,
  wish: { q: string; kind?: SearchKind | undefined; limit: number },
): Promise<Answer<typeof contract>> {
  const groups: Group[] = [];
  const q = wish.q.trim();
  for (const kind of wish.kind ? [wish.kind] : SEARCH_KINDS) {
    if (q.length < 2) {
      groups.push({ kind, items: [], more: false, partial: false });
      continue;
    }
    try {
      const found = await transact(async (tx) => {
        await sql`select set_config('statement_timeout', ${String(PATIENCE_MS)}, true)`.execute(tx);
        return finders[kind](tx, q, wish.limit + 1);
      });
      groups.push({
        kind,
        items: found.slice(0, wish.limit),
        more: found.length > wish.limit,
        partial: false,
      });
    } catch (error) {
      if ((error as { code?: string }).code !== CUT_OFF) throw error;
      groups.push({ kind, items: [], more: false, partial: true });
    }
  }
  return { groups };
}
