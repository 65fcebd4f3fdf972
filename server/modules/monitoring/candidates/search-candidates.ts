// SPDX-License-Identifier: Apache-2.0
import type { Answer, Body, searchCandidates as contract } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { Type } from 'typebox';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { defineJob, handles } from '../../../platform/jobs/job.ts';
import { openTools } from '../walk/tools.ts';
import { mayTrade, placeOf } from './candidate-key.ts';
import { httpSearch } from './http-search.ts';
import { propose } from './propose.ts';
import { WEIGHT } from './reasons.ts';
import type { SearchPort } from './search-port.ts';

export const searchJob = defineJob(
  'monitoring.search-candidates',
  Type.Object({ query: Type.String(), byName: Type.String() }),
);

/** Asks for a search; its findings come into the queue. @throws AppError `search_not_set_up` */
export async function searchCandidates(
  tx: Tx,
  app: App,
  actor: Actor,
  { query }: Body<typeof contract>,
): Promise<Answer<typeof contract>> {
  if (app.settings.searchUrl === null) throw refused('search_not_set_up', 'YIWANG_SEARCH_URL is empty');
  await enqueue(
    tx,
    searchJob,
    { query: query.trim(), byName: actor.name },
    { key: `search:${query}`, maxAttempts: 3 },
  );
  await recordAudit(tx, app.clock, actor, {
    action: 'search-candidates',
    object: { kind: 'person', id: actor.personId ?? '00000000-0000-0000-0000-000000000000' },
    rationale: query,
  });
  return { query };
}

/** Searches and proposes what may be a shop. @returns how many were new */
export async function runSearch(
  app: App,
  port: SearchPort,
  wish: { query: string; byName: string },
  signal: AbortSignal,
  transact: <T>(fn: (tx: Tx) => Promise<T>) => Promise<T>,
): Promise<number> {
  const hits = await port.search(wish.query, signal);
  return transact(async (tx) => {
    let fresh = 0;
    for (const hit of hits) {
      const place = placeOf(hit.url);
      if (place === null || !mayTrade(place)) continue;
      const { outcome } = await propose(tx, app.clock, {
        place,
        name: hit.title,
        reasons: [
          { kind: 'search', detail: wish.query, source: hit.url, byName: wish.byName, weight: WEIGHT.search },
        ],
      });
      if (outcome === 'new') fresh++;
    }
    return fresh;
  });
}

export const searchHandler = handles(searchJob, async (wish, { app, signal, system }) => {
  const { searchUrl, searchKey } = app.settings;
  if (searchUrl === null) return;
  const tools = openTools(app, signal);
  try {
    await runSearch(app, httpSearch(tools.fetcher, searchUrl, searchKey), wish, signal, system);
  } finally {
    await tools.close();
  }
});
