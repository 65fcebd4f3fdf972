// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../database/db.ts';

/**
 * Says what a file is about, for desks, boards and searches of every procedure: call it in the transaction that opens the
 * file, and again when its title changes. Never a reporter's identity: every office that holds the file reads this.
 * @param card.line one more line, e.g. the shop; `words` are searched beside number, title and line
 */
export async function describeFile(
  tx: Tx,
  fileId: string,
  card: { title: string; line?: string | null; words?: readonly (string | null | undefined)[] },
): Promise<void> {
  const words = [card.title, card.line, ...(card.words ?? [])].filter(Boolean).join(' ');
  await sql`
    update file_tasks set title = ${card.title}, line = ${card.line ?? null},
      search_text = lower(number || ' ' || ${words}) where file_id = ${fileId}`.execute(tx);
}
