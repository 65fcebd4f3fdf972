// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import {
  createFetcher,
  createPictureReader,
  createRenderDecider,
  createRenderer,
  createResourceCache,
  type Fetcher,
  type PictureReader,
  type Politeness,
  type RenderDecider,
  type Renderer,
  type ResourceCache,
} from '@yiwang/collector';
import type { App } from '../../../platform/app.ts';
import { withSystem } from '../../../platform/database/actor.ts';
import { sharedPoliteness, urgentTurn } from '../frontier/shared-politeness.ts';
import { logRequests } from './log-requests.ts';
import { createPatrolTraps, type PatrolTraps } from './patrol-traps.ts';
import { createUrgency, type Urgency } from './urgency.ts';

/** What a walk works with. */
export interface WalkTools {
  app: App;
  fetcher: Fetcher;
  politeness: Politeness;
  /** Reads words and codes in pictures; one for the process, made when first asked for. */
  pictures(): PictureReader;
  /** The manners of what a person waits for: its turn comes at once, and the walk pays for it. */
  urgentPoliteness: Politeness;
  urgency: Urgency;
  /** Which kinds of page are drawn by script, learned by comparing. */
  decider: RenderDecider;
  /** Style sheets, scripts and pictures that many pages load. */
  cache: ResourceCache;
  traps: PatrolTraps;
  /** Null once we learned that this machine has no browser. */
  renderer(): Renderer | null;
  noBrowser(reason: string): void;
  browserProblem(): string | null;
  /** Visits of this process that are under way, whichever lane began them; those in the browser apart. */
  visiting: Set<object>;
  inBrowser: Set<object>;
  /** Which patrol is at a host just now: requests for its robots.txt are entered there. */
  patrolAt: Map<string, string>;
  signal: AbortSignal;
  close(): Promise<void>;
}

export const USER_AGENT = 'YiwangPatrol/0.1';
export const SOFTWARE = 'yiwang/0.1.0';

/** Walks follow each other for hours: what many pages load is asked for again after a while. */
const CACHE_BYTES = 48 * 1024 * 1024;
const CACHE_MS = 600_000;

type Shared = Omit<WalkTools, 'signal' | 'close'> & { users: number; closeAll(): Promise<void> };

/** The walks of one process share one fetcher, one browser and one copy of each robots.txt. */
const shared = new WeakMap<App, Shared>();

/** Takes a share of the process' tools; the last walk that gives its share back closes them. */
export function openTools(app: App, signal: AbortSignal): WalkTools {
  const mine = shared.get(app) ?? makeTools(app);
  shared.set(app, mine);
  mine.users += 1;
  let closed = false;
  return {
    ...mine,
    signal,
    async close() {
      if (closed) return;
      closed = true;
      mine.users -= 1;
      if (mine.users > 0) return;
      shared.delete(app);
      await mine.closeAll();
    },
  };
}

function makeTools(app: App): Shared {
  const { settings, clock } = app;
  const patrolAt = new Map<string, string>();
  const fetcher = createFetcher({
    userAgent: USER_AGENT,
    contact: settings.contact,
    allowAddresses: settings.allowAddresses,
    clock,
    // Pages are logged with what came of them, in the transaction that records them; robots.txt, sitemaps and pictures here.
    log: (request) => {
      if (!['robots', 'sitemap', 'picture'].includes(request.ground)) return;
      const line = {
        patrolId: patrolAt.get(new URL(request.url).host) ?? null,
        entryId: null,
        url: request.url,
        method: request.method,
        status: request.status === 0 ? null : request.status,
        outcome: 'other' as const,
        at: request.at,
        ms: request.ms,
        bytes: request.bytes,
        ground: request.ground,
        address: request.address,
      };
      withSystem(app.db, 'patrol', (tx) => logRequests(tx, clock, [line])).catch((error: Error) =>
        app.log.warn({ err: error }, 'a request could not be logged'),
      );
    },
  });
  let pictures: PictureReader | null = null;
  const politeness = sharedPoliteness(app.db, clock, fetcher);
  let renderer: Renderer | null = null;
  let problem: string | null = null;
  return {
    app,
    users: 0,
    fetcher,
    politeness,
    urgentPoliteness: { ...politeness, turn: urgentTurn(app.db, clock) },
    urgency: createUrgency(),
    decider: createRenderDecider(),
    cache: createResourceCache(CACHE_BYTES, CACHE_MS),
    traps: createPatrolTraps(),
    patrolAt,
    visiting: new Set(),
    inBrowser: new Set(),
    pictures() {
      pictures ??= createPictureReader();
      return pictures;
    },
    renderer() {
      if (problem !== null) return null;
      renderer ??= createRenderer({
        fetcher,
        clock,
        sandbox: settings.chromiumSandbox ? 'on' : 'off',
        concurrency: 2,
        chromiumPath: settings.chromiumPath ?? undefined,
        cacheDir: join(settings.data, 'cache'),
      });
      return renderer;
    },
    noBrowser(reason) {
      problem = reason;
    },
    browserProblem: () => problem,
    async closeAll() {
      await pictures?.close();
      await renderer?.close();
      await fetcher.close();
    },
  };
}
