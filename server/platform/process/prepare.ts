// SPDX-License-Identifier: Apache-2.0
import type { App } from '../app.ts';
import type { DatabaseAddresses } from '../database/acquire-database.ts';
import { withSystem } from '../database/actor.ts';
import { migrate, readMigrations } from '../database/migrate.ts';
import type { ServerModule } from '../module.ts';
import { missingSealKeys } from '../sealing/check-keys.ts';

/** Brings the schema up to date and loads every module's reference data; may be repeated at any time. */
export async function prepareDatabase(
  app: App,
  urls: DatabaseAddresses,
  modules: readonly ServerModule[],
  say: (line: string) => void,
): Promise<string[]> {
  const applied = await migrate(
    urls,
    modules.flatMap((module) => module.subscriptions ?? []),
    say,
  );
  for (const module of modules)
    if (module.loadReference !== undefined)
      await withSystem(app.db, `reference:${module.name}`, (tx) => module.loadReference!(tx, app));
  const missing = await missingSealKeys(app);
  if (missing.length > 0)
    say(
      `identities in this database were sealed with key ${missing.join(', ')}, which is not here: they stay unreadable until its line is back in keys/seal.keys or YIWANG_SEAL_KEYS`,
    );
  return applied;
}

/** Migrates without reference data, for a restore. `before` = how many migrations the database had already. */
export async function migrateDatabase(
  urls: DatabaseAddresses,
  modules: readonly ServerModule[],
): Promise<{ before: number }> {
  const applied = await migrate(
    urls,
    modules.flatMap((module) => module.subscriptions ?? []),
  );
  return { before: readMigrations().length - applied.length };
}
