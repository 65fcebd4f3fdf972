// SPDX-License-Identifier: Apache-2.0
// The door for the commands `serve`, `worker` and their kin; nothing else imports the server.

export { ROLES, type Role } from '@yiwang/contracts';
export * from './modules/access/index.ts';
export { importSubjects } from './modules/registry/index.ts';
export { modules } from './modules.ts';
export { backUp } from './platform/backup/back-up.ts';
export { readBackup, restore } from './platform/backup/restore.ts';
export { type AcquiredDatabase, acquireDatabase } from './platform/database/acquire-database.ts';
export { systemActor, withActor, withSystem } from './platform/database/actor.ts';
export { requireMigrated } from './platform/database/migrate.ts';
export { runWorker } from './platform/jobs/run-worker.ts';
export { type DataLock, readRun, takeDataFolder } from './platform/process/data-lock.ts';
export { diagnose, type Finding } from './platform/process/diagnose.ts';
export { makeApp, type OpenApp } from './platform/process/make-app.ts';
export { migrateDatabase, prepareDatabase } from './platform/process/prepare.ts';
export { serve } from './platform/process/serve.ts';
export { describeSettings, readSettings, type Settings } from './platform/settings/settings.ts';
