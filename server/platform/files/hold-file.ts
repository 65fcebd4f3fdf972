// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../database/db.ts';

/**
 * Says whose turn it is: the file leaves the desk of the office before and appears, unassigned, on that of `agencyPath`;
 * its owner sees it under "waiting for others". Call it where an action sends a file on or back, after granting access.
 */
export async function holdFile(tx: Tx, fileId: string, agencyPath: string): Promise<void> {
  await sql`
    update file_tasks set holder_path = ${agencyPath}, assignee_id = null
    where file_id = ${fileId} and holder_path <> ${agencyPath}`.execute(tx);
}
