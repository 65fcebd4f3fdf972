// SPDX-License-Identifier: Apache-2.0
import { type Exchange, urlKey } from '@yiwang/collector';
import { extractPage, type PageFacts, venueSigns } from '@yiwang/extraction';
import { failed, legalDay } from '@yiwang/kernel';
import { evaluateVenue, type VenueFacts, type VenueResult } from '@yiwang/screening';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { systemActor, withSystem } from '../../../platform/database/actor.ts';
import { announce } from '../../../platform/events/bus.ts';
import { handles } from '../../../platform/jobs/job.ts';
import { keepEvidence } from '../../evidence/index.ts';
import { linesOf, logRequests } from '../walk/log-requests.ts';
import { pictureSize, renderPage } from '../walk/render-page.ts';
import { sealPage } from '../walk/seal-page.ts';
import { openTools, type WalkTools } from '../walk/tools.ts';
import { knownVenueHits, newsOf } from './known-venue-hits.ts';
import { lookJob } from './look-job.ts';
import { recordVenueHits } from './record-venue-hits.ts';
import { type Sighting, venueFacts } from './venue-facts.ts';
import { loadVenueRules } from './venue-rules.ts';

interface Wish {
  patrolId: string;
  venueId: string;
  url: string;
}

const GROUND = 'second look at what a venue shows of itself';

function readPage(exchange: Exchange, drawn: string | null): PageFacts {
  return extractPage({
    bytes: drawn === null ? exchange.body : new TextEncoder().encode(drawn),
    url: exchange.finalUrl,
    contentType: drawn === null ? (exchange.headers['content-type'] ?? null) : 'text/html; charset=utf-8',
  });
}

/** Judges the venue with what the page shows now; only findings that this page proves are kept. */
async function judgeNow(
  app: App,
  wish: Wish,
  page: PageFacts,
): Promise<{ facts: VenueFacts; result: VenueResult } | null> {
  return withSystem(app.db, 'patrol', async (tx) => {
    const stored = await sql<{ is_main: boolean; clicks: number }>`
      select is_main, clicks from venue_sightings where patrol_id = ${wish.patrolId} and venue_id = ${wish.venueId}
        and url = ${wish.url} order by clicks limit 1`.execute(tx);
    const before = stored.rows[0];
    const now: Sighting = {
      url: page.url,
      clicks: before?.clicks ?? 0,
      isMain: before?.is_main ?? false,
      signs: venueSigns(page),
    };
    const facts = await venueFacts(tx, wish.venueId, {
      patrolId: wish.patrolId,
      day: legalDay(app.clock.now()),
      now: [now],
    });
    if (facts === null) return null;
    const result = evaluateVenue(loadVenueRules().packs, facts);
    const here = new Set([urlKey(wish.url), urlKey(page.url)]);
    const findings = result.findings.filter((one) => here.has(urlKey(one.url)));
    const news = newsOf(findings, await knownVenueHits(tx, wish.venueId));
    return { facts, result: { ...result, findings: news.flatMap((one) => one.findings) } };
  });
}

/** Asks for the page under the manners of every visit, judges it, seals it and records the hits in one transaction. */
async function look(tools: WalkTools, wish: Wish): Promise<void> {
  const { app } = tools;
  const { host } = new URL(wish.url);
  const robots = await tools.politeness.judge(wish.url, tools.signal);
  if (!robots.allowed) return;
  await tools.politeness.turn(host, tools.signal);
  const exchange = await tools.fetcher.fetch(wish.url, { ground: 'visit', signal: tools.signal });
  if (exchange.error !== undefined) throw failed('page_failed', exchange.error.message);
  if (exchange.status !== 200) return;
  let page = readPage(exchange, null);
  const byScript = page.needsScript;
  let judged = byScript ? null : await judgeNow(app, wish, page);
  if (!byScript && (judged === null || judged.result.findings.length === 0)) return;
  // Drawn once: judged by what the scripts drew where they draw it, and pictured when there is something to show.
  const rendered = await renderPage(
    tools,
    exchange,
    async ({ html }) => {
      if (byScript) {
        page = readPage(exchange, html);
        judged = await judgeNow(app, wish, page);
      }
      const marks = judged?.result.findings.map((one) => one.text) ?? [];
      return { marks, screenshot: marks.length > 0 };
    },
    false,
  );
  if (judged === null || judged.result.findings.length === 0) return;
  const { facts, result } = judged;
  const subject = {
    key: `venue:${facts.id}`,
    url: page.url,
    title: facts.name,
    texts: result.texts,
    findings: result.findings,
  };
  const sealed = await sealPage(tools, {
    exchange,
    facts: page,
    rendered,
    listings: [subject],
    ground: GROUND,
    robots: { line: robots.line, rule: robots.rule, reason: robots.reason },
    packs: loadVenueRules().version,
    judgedRendering: byScript && rendered !== null,
  });
  await withSystem(app.db, 'patrol', async (tx) => {
    const evidenceId = await keepEvidence(tx, app.clock, systemActor('patrol'), {
      ...sealed,
      patrolId: wish.patrolId,
      venueId: wish.venueId,
      agencyPath: null,
      note: null,
    });
    const hits = await recordVenueHits(tx, app.clock, facts, result.findings, {
      patrolId: wish.patrolId,
      evidenceId,
      screenshot: pictureSize(rendered?.screenshot),
      boxes: rendered?.marks ?? [],
      texts: result.texts,
    });
    const about = { patrolId: wish.patrolId, entryId: null, ground: GROUND, outcome: 'page' as const };
    await logRequests(tx, app.clock, linesOf(exchange, { ...about, title: page.title || null, hits }));
    await announce(tx, 'patrol', { id: wish.patrolId });
  });
}

/** The later look itself; idempotent: what is known already makes no second hit. */
export async function lookAtVenue(app: App, wish: Wish, signal: AbortSignal): Promise<void> {
  const tools = openTools(app, signal);
  try {
    await look(tools, wish);
  } finally {
    await tools.close();
  }
}

export const lookHandler = handles(lookJob, (wish, { app, signal }) => lookAtVenue(app, wish, signal));
