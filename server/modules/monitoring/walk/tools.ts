// SPDX-License-Identifier: Apache-2.0

import { createFetcher, type Fetcher, type Politeness } from '@yiwang/collector';
import type { App } from '../../../platform/app.ts';
import { withSystem } from '../../../platform/database/actor.ts';
import { sharedPoliteness } from '../frontier/shared-politeness.ts';
import { logRequests } from './log-requests.ts';
import type { Renderer } from './renderer-port.ts';

/** What a walk works with; one set a walk, closed at its end. */
export interface WalkTools {
  app: App;
  fetcher: Fetcher;
  politeness: Politeness;
  /** Null once we learned that this machine has no browser. */
  renderer(): Renderer | null;
  noBrowser(reason: string): void;
  browserProblem(): string | null;
  /** Which patrol is at a host just now: requests for its robots.txt are entered there. */
  patrolAt: Map<string, string>;
  signal: AbortSignal;
  close(): Promise<void>;
}

export const USER_AGENT = 'YiwangPatrol/0.1';
export const SOFTWARE = 'yiwang/0.1.0';

export function openTools(
  app: App,
  signal: AbortSignal,
  makeRenderer?: (fetcher: Fetcher) => Renderer,
): WalkTools {
  const { settings, clock } = app;
  const patrolAt = new Map<string, string>();
  const fetcher = createFetcher({
    userAgent: USER_AGENT,
    contact: settings.contact,
    allowAddresses: settings.allowAddresses,
    clock,
    // Pages are logged with what came of them, in the transaction that records them; robots.txt and sitemaps here.
    log: (request) => {
      if (request.ground !== 'robots' && request.ground !== 'sitemap') return;
      withSystem(app.db, 'patrol', (tx) =>
        logRequests(tx, clock, [
          {
            patrolId: patrolAt.get(new URL(request.url).host) ?? null,
            entryId: null,
            url: request.url,
            method: request.method,
            status: request.status === 0 ? null : request.status,
            outcome: 'other',
            at: request.at,
            ms: request.ms,
            bytes: request.bytes,
            ground: request.ground,
            address: request.address,
          },
        ]),
      ).catch((error: Error) => app.log.warn({ err: error }, 'a request could not be logged'));
    },
  });
  let renderer: Renderer | null = null;
  let problem: string | null = null;
  return {
    app,
    fetcher,
    politeness: sharedPoliteness(app.db, clock, fetcher),
    patrolAt,
    signal,
    renderer() {
      if (problem !== null) return null;
      renderer ??= makeRenderer?.(fetcher) ?? null;
      return renderer;
    },
    noBrowser(reason) {
      problem = reason;
    },
    browserProblem: () => problem,
    async close() {
      await renderer?.close();
      await fetcher.close();
    },
  };
}
