// SPDX-License-Identifier: Apache-2.0
import type { App } from './app.ts';
import type { Tx } from './database/db.ts';
import type { Subscription } from './events/subscription.ts';
import type { FileKind } from './files/file-kinds.ts';
import type { Route } from './http/route.ts';
import type { CronEntry, JobHandler } from './jobs/job.ts';

/** What a module hands to the platform; `server/modules.ts` lists them all. */
export interface ServerModule {
  name: string;
  routes: readonly Route[];
  /** What the worker does for it. */
  jobs?: readonly JobHandler[];
  /** Events of others that it acts on. */
  subscriptions?: readonly Subscription[];
  cron?: readonly CronEntry[];
  /** Kinds of files it opens; desk and search learn of them here. */
  fileKinds?: readonly FileKind[];
  /** Idempotent; runs as the system after every migration, before anything answers. */
  loadReference?(tx: Tx, app: App): Promise<void>;
}
