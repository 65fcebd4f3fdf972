// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { addressKind, discoverLinks, type Exchange, isFacet, siteScope, urlKey } from '@yiwang/collector';
import { legalDay } from '@yiwang/kernel';
import type { App } from '../../../platform/app.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { keepEvidence } from '../../evidence/index.ts';
import { recordTemplate } from '../candidates/record-template.ts';
import { addEntries, type PatrolAddress } from '../frontier/add-entries.ts';
import { loadRules } from '../rules/engine.ts';
import { recordSightings } from '../venue-checks/record-sightings.ts';
import type { JudgedPage } from './judge-page.ts';
import type { PatrolTrap } from './patrol-traps.ts';
import { recordHits } from './record-hits.ts';
import { recordListings, recordMissing } from './record-listings.ts';
import { recordOperators, recordVenues } from './record-operators.ts';
import { recordGone, recordPage } from './record-page.ts';
import { pictureSize } from './render-page.ts';

export interface VisitOf {
  patrol: { id: string; site: string } | null;
  depth: number;
  /** The address that was asked for. */
  asked: string;
  /** Who records: the machine, or the officer whose find it is. */
  actor: Actor;
  /** Null: open to every officer; else the office of the officer whose find it is. */
  agencyPath: string | null;
  /** False for finds: they make a lead at once, not a question for triage. */
  hits: boolean;
  /** Further addresses of the site (sitemaps), with the first page of a patrol. */
  further?: readonly PatrolAddress[];
  /** What the patrol has learned of the site's kinds of address. */
  trap?: PatrolTrap | null;
}

export interface VisitCounts {
  listings: number;
  hits: number;
  evidenceId: string | null;
  venueId: string;
  listingIds: string[];
  /** Listings that the patrol had not met, and new addresses of another kind than this page's. */
  fresh: number;
}

/** Links from the seed; beyond it lie calendars without end. */
const MAX_DEPTH = 20;

export const digestOfBody = (exchange: Exchange): string =>
  createHash('sha256').update(exchange.body).digest('hex');

/** Follows the links of a page within its patrol. @returns how many new addresses of other kinds it led to */
export async function followLinks(
  tx: Tx,
  app: App,
  links: readonly string[],
  from: {
    url: string;
    depth: number;
    patrol: { id: string; site: string } | null;
    trap?: PatrolTrap | null;
  },
): Promise<number> {
  if (from.patrol === null || from.depth >= MAX_DEPTH) return 0;
  const scope = siteScope([from.patrol.site]);
  const found = discoverLinks(links, { url: from.url, depth: from.depth }, { scope });
  const worth = from.trap?.guard.admit(found) ?? found;
  const added = await addEntries(
    tx,
    app.clock,
    from.patrol.id,
    worth.map(({ url, depth }) => ({ url, depth, ground: 'link' })),
  );
  const own = addressKind(from.url);
  // Another order or selection of a list is nothing new, or its combinations would feed each other for ever.
  return added.filter((url) => addressKind(url) !== own && !isFacet(url)).length;
}

/**
 * Records one page, all of it in this transaction: evidence, register, page, listings, hits, links. The caller adds the
 * log and finishes the entry, so that a kill at any point leaves either everything or nothing.
 */
export async function recordVisit(
  tx: Tx,
  app: App,
  exchange: Exchange,
  page: JudgedPage,
  visit: VisitOf,
): Promise<VisitCounts> {
  const { clock } = app;
  const { facts, sealed } = page;
  const patrolId = visit.patrol?.id ?? null;
  const { version: packs } = loadRules();
  const venues = await recordVenues(tx, clock, facts, page.url);
  const evidenceId =
    sealed === null
      ? null
      : await keepEvidence(tx, clock, visit.actor, {
          ...sealed,
          patrolId,
          venueId: venues.pageVenueId,
          agencyPath: visit.agencyPath,
          note: null,
        });
  await recordOperators(tx, clock, facts, venues, { url: page.url, evidenceId: null });
  if (visit.patrol)
    await recordSightings(tx, clock, facts, venues, {
      patrol: visit.patrol,
      url: page.url,
      clicks: Math.max(0, visit.depth),
    });
  if (new URL(page.url).pathname === '/') await recordTemplate(tx, clock, venues.siteId, exchange);
  const pageKey = urlKey(page.fetched);
  const isProper = pageKey === urlKey(page.url);
  const seen = await recordPage(tx, clock, {
    // Sorted and filtered lists name one canonical address and show different things: each address is a page.
    key: pageKey,
    url: page.fetched,
    title: facts.title || null,
    text: facts.text,
    // What a script draws can change under the same bytes: never skipped as unchanged.
    bodyDigest: page.judgedRendering ? null : digestOfBody(exchange),
    etag: page.judgedRendering ? null : (exchange.headers['etag'] ?? null),
    lastModified: page.judgedRendering ? null : (exchange.headers['last-modified'] ?? null),
    links: facts.links,
    packs,
    patrolId,
    venueId: venues.pageVenueId,
  });
  const venueOf = (listing: { shop: string | null }) =>
    venues.byShop.get(listing.shop ?? '') ?? venues.pageVenueId;
  const recorded = await recordListings(tx, clock, page.listings, {
    pageId: seen.pageId,
    isProper,
    patrolId,
    day: legalDay(exchange.startedAt),
    venueOf,
  });
  await recordMissing(tx, clock, seen.pageId, recorded.values());
  // An address that leads elsewhere now: what it used to be is gone.
  const askedKey = urlKey(visit.asked);
  if (exchange.redirects.length > 0 && askedKey !== pageKey && askedKey !== urlKey(page.url))
    await recordGone(tx, clock, askedKey);
  const hits = visit.hits
    ? await recordHits(tx, clock, page.listings, recorded, {
        patrolId,
        evidenceId,
        packs,
        screenshot: pictureSize(page.rendered?.screenshot),
        boxes: page.rendered?.marks ?? [],
        venueOf,
      })
    : 0;
  if (visit.patrol && visit.further) await addEntries(tx, clock, visit.patrol.id, visit.further);
  const { patrol, depth, trap } = visit;
  const ledTo = await followLinks(tx, app, facts.links, { url: page.url, depth, patrol, trap: trap ?? null });
  // Goods on their own page are worth the visit, although a list has shown them before.
  const offered = [
    ...facts.listings.map((one) => one.url ?? `${page.url}#${one.sku ?? one.title}`),
    ...page.listings.map((one) => `own ${one.key}`),
    // Licence pages of shops are worth a visit as well.
    ...facts.operators.map((one) => `operator ${one.uscc ?? one.name ?? ''}`),
  ];
  return {
    listings: page.listings.length,
    hits,
    fresh: ledTo + (trap?.fresh(offered) ?? 0),
    evidenceId,
    venueId: venues.pageVenueId,
    listingIds: [...recorded.values()].map((one) => one.listingId),
  };
}
