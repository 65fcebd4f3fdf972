// SPDX-License-Identifier: Apache-2.0
import type { RawBuilder } from 'kysely';
import type { App } from './app.ts';
import type { Tx } from './database/db.ts';
import type { Subscription } from './events/subscription.ts';
import type { FileKind } from './files/file-kinds.ts';
import type { Route } from './http/route.ts';
import type { CronEntry, JobHandler } from './jobs/job.ts';

/** A figure for /metrics: one number, read as the machine at each scrape. */
export interface ModuleGauge {
  name: string;
  help: string;
  read: RawBuilder<number>;
}

/** What a module hands to the platform; `server/modules.ts` lists them all. */
export interface ServerModule {
  name: string;
  routes: readonly Route[];
  /** What the worker does for it. */
  jobs?: readonly JobHandler[];
  /** Events of others that it acts on. */
  subscriptions?: readonly Subscription[];
  cron?: readonly CronEntry[];
  gauges?: readonly ModuleGauge[];
  /** Kinds of files it opens; desk and search learn of them here. */
  fileKinds?: readonly FileKind[];
  /** Idempotent; runs as the system after every migration, before anything answers. */
  loadReference?(tx: Tx, app: App): Promise<void>;
}
