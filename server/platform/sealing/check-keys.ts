// SPDX-License-Identifier: Apache-2.0
import type { App } from '../app.ts';
import { withSystem } from '../database/actor.ts';
import type { Instant } from '../database/tables.ts';

declare module '../database/tables.ts' {
  interface Tables {
    seal_keys: { key_id: string; first_seen_at: Instant };
  }
}

/**
 * Keys that this database was sealed with and that are not here, e.g. after a restore without the key file or on a
 * worker's machine with a folder of its own. Nothing is lost: put the missing line back into the key file.
 */
export async function missingSealKeys(app: App): Promise<string[]> {
  return withSystem(app.db, 'seal-keys', async (tx) => {
    const rows = await tx.selectFrom('seal_keys').select('key_id').orderBy('first_seen_at').execute();
    await tx
      .insertInto('seal_keys')
      .values({ key_id: app.sealer.keyId, first_seen_at: new Date(app.clock.now()) })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    return rows.map((row) => row.key_id).filter((id) => !app.sealer.keyIds.includes(id));
  });
}
