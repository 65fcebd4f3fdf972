// SPDX-License-Identifier: Apache-2.0
import {
  type Exchange,
  fetchEntry,
  readSitemaps,
  type StepResult,
  siteScope,
  urlKey,
} from '@yiwang/collector';
import { legalDay } from '@yiwang/kernel';
import { sql } from 'kysely';
import { systemActor, withSystem } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { announce } from '../../../platform/events/bus.ts';
import { beginFind, completeFind, failFind } from '../finds/complete-find.ts';
import type { PatrolAddress } from '../frontier/add-entries.ts';
import type { ClaimedEntry } from '../frontier/claim-entries.ts';
import { finishEntry, returnEntry, skipEntry } from '../frontier/finish-entry.ts';
import { loadRules } from '../rules/engine.ts';
import { carrySightings } from '../venue-checks/record-sightings.ts';
import { judgePage } from './judge-page.ts';
import { linesOf, logRequests, type Outcome } from './log-requests.ts';
import { recordGone, recordUnchanged } from './record-page.ts';
import { digestOfBody, followLinks, recordVisit } from './record-visit.ts';
import type { WalkTools } from './tools.ts';

interface Context {
  patrol: { id: string; site: string; ground: string; render: 'auto' | 'never' | 'always' } | null;
  /** What the page looked like the last time, if it was judged by the rules of today. */
  page: {
    key: string;
    url: string;
    etag: string | null;
    lastModified: string | null;
    body: string | null;
    links: string[];
  } | null;
}

async function readContext(tx: Tx, entry: ClaimedEntry): Promise<Context> {
  const patrols = await sql<{
    patrol_id: string;
    site: string;
    ground: string;
    render: 'auto' | 'never' | 'always';
  }>`
    select patrol_id, site, ground, render from patrols where patrol_id = ${entry.patrolId}`.execute(tx);
  const pages = await sql<{
    page_key: string;
    url: string;
    etag: string | null;
    last_modified: string | null;
    body_digest: string | null;
    links: string[];
  }>`select page_key, url, etag, last_modified, body_digest, links from pages
    where page_key = ${urlKey(entry.url)} and packs = ${loadRules().version} and gone_at is null`.execute(tx);
  const patrol = patrols.rows[0];
  const page = pages.rows[0];
  return {
    patrol: patrol
      ? { id: patrol.patrol_id, site: patrol.site, ground: patrol.ground, render: patrol.render }
      : null,
    page: page
      ? {
          key: page.page_key,
          url: page.url,
          etag: page.etag,
          lastModified: page.last_modified,
          body: page.body_digest,
          links: page.links,
        }
      : null,
  };
}

const trapOf = (tools: WalkTools, entry: ClaimedEntry) =>
  entry.patrolId === null ? null : tools.traps.of(entry.patrolId);

const PAGE_TYPES = /html|xml|text\/plain|^$/i;

/** Visits one entry: asks politely, judges what came, and records all of it in one transaction with the entry's end. */
export async function visitEntry(tools: WalkTools, entry: ClaimedEntry): Promise<void> {
  const { app } = tools;
  const context = await withSystem(app.db, 'patrol', async (tx) => {
    if (entry.findId !== null) await beginFind(tx, app, entry.findId);
    return readContext(tx, entry);
  });
  const isFind = entry.purpose === 'find';
  if (entry.patrolId !== null) tools.patrolAt.set(entry.host, entry.patrolId);
  const conditional = isFind ? null : context.page;
  const frontierEntry = {
    url: entry.url,
    key: urlKey(entry.url),
    host: entry.host,
    depth: Math.max(entry.depth, 0),
    ground: entry.ground,
    from: null,
    priority: 0,
    attempts: entry.attempts - 1,
    etag: conditional?.etag ?? null,
    lastModified: conditional?.lastModified ?? null,
  };
  if (entry.patrolId !== null && tools.traps.of(entry.patrolId).guard.skip(frontierEntry) !== null)
    return withSystem(app.db, 'patrol', (tx) => skipEntry(tx, entry, app.clock.now()));
  if (!isFind) await tools.urgency.calm(tools.signal);
  const step = await fetchEntry(
    // How we came to the address stands in the entry; for the fetcher's own log a visit is a visit.
    { ...frontierEntry, ground: 'visit' },
    {
      fetcher: tools.fetcher,
      politeness: isFind ? tools.urgentPoliteness : tools.politeness,
      clock: app.clock,
      // A site that is down for a minute is waited for; its pause grows with each fault.
      maxAttempts: 8,
      scope: isFind ? () => true : siteScope([context.patrol?.site ?? entry.url]),
      signal: tools.signal,
    },
  );
  await recordStep(tools, entry, context, step);
}

async function recordStep(
  tools: WalkTools,
  entry: ClaimedEntry,
  context: Context,
  step: StepResult,
): Promise<void> {
  const { app } = tools;
  const { exchange, outcome } = step;
  if (exchange?.error?.kind === 'aborted') return;
  const ground = context.patrol?.ground ?? entry.ground;
  const about = { patrolId: entry.patrolId, entryId: entry.entryId, ground };
  const close = (write: (tx: Tx) => Promise<unknown>) =>
    withSystem(app.db, 'patrol', async (tx) => {
      await write(tx);
      if (entry.patrolId !== null) await announce(tx, 'patrol', { id: entry.patrolId });
    });
  const simply = (end: Outcome, note?: string | null, more?: (tx: Tx) => Promise<unknown>) =>
    close(async (tx) => {
      await more?.(tx);
      if (exchange !== null)
        await logRequests(tx, app.clock, linesOf(exchange, { ...about, outcome: end, note: note ?? null }));
      else await logRequests(tx, app.clock, [unsent(entry, about, end, note ?? null, app.clock.now())]);
      if (entry.findId !== null && end !== 'page') await failFind(tx, app, entry.findId, note ?? end);
      await finishEntry(tx, entry, app.clock.now(), end);
    });

  if (outcome.kind === 'barred') return void (await simply('barred', outcome.reason));
  if (outcome.kind === 'failed') return void (await simply('failed', outcome.reason));
  if (outcome.kind === 'retry')
    return void (await close(async (tx) => {
      if (exchange !== null)
        await logRequests(
          tx,
          app.clock,
          linesOf(exchange, { ...about, outcome: 'failed', note: outcome.reason }),
        );
      await returnEntry(tx, entry, outcome.at);
    }));
  if (exchange === null) return void (await simply('failed', 'no answer'));
  const key = urlKey(entry.url);
  if (exchange.status === 304 || isUnchanged(exchange, context))
    return void (await simply('unchanged', null, async (tx) => {
      await recordUnchanged(tx, app.clock, key, legalDay(exchange.startedAt));
      if (context.patrol)
        await carrySightings(tx, app.clock, context.patrol.id, [context.page?.url, entry.url]);
      await followLinks(tx, app, context.page?.links ?? [], {
        url: context.page?.url ?? entry.url,
        depth: entry.depth,
        patrol: context.patrol,
        trap: trapOf(tools, entry),
      });
    }));
  if (exchange.status === 404 || exchange.status === 410)
    return void (await simply('failed', `status ${exchange.status}`, (tx) => recordGone(tx, app.clock, key)));
  if (exchange.error !== undefined || exchange.status < 200 || exchange.status >= 300)
    return void (await simply('failed', exchange.error?.message ?? `status ${exchange.status}`));
  if (!PAGE_TYPES.test(exchange.headers['content-type'] ?? '')) return void (await simply('other'));
  await recordJudged(tools, entry, context, step, exchange);
}

/** The pages a site names itself in its sitemaps; read before the first page is recorded, so that neither is lost. */
async function namedBySite(tools: WalkTools, site: string): Promise<PatrolAddress[]> {
  const entries = await readSitemaps(new URL(site).origin, {
    fetcher: tools.fetcher,
    politeness: tools.politeness,
    clock: tools.app.clock,
    scope: siteScope([site]),
    signal: tools.signal,
  });
  return entries.map(({ url, depth }) => ({ url, depth, ground: 'sitemap' }));
}

/** The server did not say "not modified", but sent the same bytes. */
const isUnchanged = (exchange: Exchange, context: Context): boolean =>
  exchange.status === 200 && context.page !== null && context.page.body === digestOfBody(exchange);

const unsent = (
  entry: ClaimedEntry,
  about: { patrolId: string | null; entryId: string; ground: string },
  outcome: Outcome,
  note: string | null,
  at: number,
) => ({
  ...about,
  url: entry.url,
  method: 'GET',
  status: null,
  outcome,
  at,
  ms: null,
  bytes: null,
  note,
  address: null,
});

async function recordJudged(
  tools: WalkTools,
  entry: ClaimedEntry,
  context: Context,
  step: StepResult,
  exchange: Exchange,
): Promise<void> {
  const { app } = tools;
  const isFind = entry.purpose === 'find';
  const ground = context.patrol?.ground ?? entry.ground;
  const scope = siteScope([context.patrol?.site ?? entry.url]);
  const page = await judgePage(tools, exchange, {
    render: context.patrol?.render ?? 'auto',
    ground,
    robots: { line: step.verdict.line, rule: step.verdict.rule, reason: step.verdict.reason },
    willBeVisited: (url) => !isFind && context.patrol !== null && scope(url),
    isFind,
  });
  if (isFind) return completeFind(tools, entry, exchange, page);
  const further =
    entry.depth === 0 && context.patrol !== null ? await namedBySite(tools, context.patrol.site) : [];
  await withSystem(app.db, 'patrol', async (tx) => {
    const counts = await recordVisit(tx, app, exchange, page, {
      patrol: context.patrol,
      depth: entry.depth,
      asked: entry.url,
      actor: systemActor('patrol'),
      agencyPath: null,
      hits: true,
      further,
      trap: trapOf(tools, entry),
    });
    await logRequests(
      tx,
      app.clock,
      linesOf(exchange, {
        patrolId: entry.patrolId,
        entryId: entry.entryId,
        ground,
        outcome: 'page',
        title: page.facts.title || null,
        listings: counts.listings,
        hits: counts.hits,
        note: page.facts.warnings[0] ?? null,
      }),
    );
    await finishEntry(tx, entry, app.clock.now(), 'page');
    if (entry.patrolId !== null) tools.traps.of(entry.patrolId).guard.note(entry.url, counts.fresh);
    if (entry.patrolId !== null) await announce(tx, 'patrol', { id: entry.patrolId });
  });
}
