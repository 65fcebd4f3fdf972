// SPDX-License-Identifier: Apache-2.0
import { type Exchange, normaliseUrl } from '@yiwang/collector';
import { extractPage, type PageFacts } from '@yiwang/extraction';
import { legalDay } from '@yiwang/kernel';
import { withSystem } from '../../../platform/database/actor.ts';
import { loadRules } from '../rules/engine.ts';
import { decideHit } from './decide-hit.ts';
import { type KnownListing, readKnown } from './read-known.ts';
import { readPictures } from './read-pictures.ts';
import { byRule } from './record-hits.ts';
import { type RenderedPage, renderPage } from './render-page.ts';
import { ownListings, type SeenListing, screenListings } from './screen-page.ts';
import { sealPage } from './seal-page.ts';
import type { StoredItem } from './stored-item.ts';
import type { WalkTools } from './tools.ts';

export interface JudgedPage {
  /** Where the page properly lives, by its own word: its listings are known by it. */
  url: string;
  /** The address that answered. */
  fetched: string;
  facts: PageFacts;
  listings: SeenListing[];
  rendered: RenderedPage | null;
  /** The page is drawn by script: its bytes say nothing of what it shows. */
  judgedRendering: boolean;
  /** Sealed and stored, when there is something an officer has not seen yet. */
  sealed: StoredItem | null;
}

export interface JudgeOptions {
  render: 'auto' | 'never' | 'always';
  ground: string;
  robots: { line: number | null; rule: string | null; reason: string };
  willBeVisited(url: string): boolean;
  /** Own finds are sealed whatever the machine thinks of them. */
  sealAlways?: boolean;
}

/** A page says where it properly lives; believed only on its own host. */
function properUrl(facts: PageFacts, fetched: string): string {
  const canonical = facts.canonical === null ? null : normaliseUrl(facts.canonical, fetched);
  return canonical !== null && new URL(canonical).host === new URL(fetched).host ? canonical : fetched;
}

const isNews = (listings: readonly SeenListing[], known: ReadonlyMap<string, KnownListing>): boolean =>
  listings.some((listing) =>
    [...byRule(listing.findings).keys()].some((rule) => {
      const before = known.get(listing.key);
      const appearance = before ? before.appearance + (before.gone ? 1 : 0) : 1;
      return decideHit(before?.hits.get(rule) ?? [], { digest: listing.digest, appearance }).kind !== 'none';
    }),
  );

/**
 * Everything between a response and the record of it that needs no transaction: extract, render where the page is drawn
 * by script, screen, and seal what is news. Reads what is known; writes only into the store of evidence.
 */
export async function judgePage(
  tools: WalkTools,
  exchange: Exchange,
  options: JudgeOptions,
): Promise<JudgedPage> {
  const { app } = tools;
  const fetched = exchange.finalUrl;
  let facts = extractPage({
    bytes: exchange.body,
    url: fetched,
    contentType: exchange.headers['content-type'] ?? null,
  });
  let rendered: RenderedPage | null = null;
  let judgedRendering = false;
  if (options.render === 'always' || (options.render === 'auto' && facts.needsScript)) {
    rendered = await renderPage(tools, exchange, null);
    if (rendered && rendered.html !== '') {
      facts = extractPage({
        bytes: new TextEncoder().encode(rendered.html),
        url: fetched,
        contentType: 'text/html; charset=utf-8',
      });
      judgedRendering = true;
    }
  }
  const pictured = await readPictures(tools, facts, rendered?.exchanges ?? []);
  facts = pictured.facts;
  const url = properUrl(facts, fetched);
  const own = ownListings(facts, url, options.willBeVisited);
  const known = await withSystem(app.db, 'patrol', (tx) =>
    readKnown(
      tx,
      own.map((listing) => listing.key),
    ),
  );
  const listings = screenListings(own, {
    name: new URL(url).host,
    observedOn: legalDay(exchange.startedAt),
    history: new Map([...known].map(([key, listing]) => [key, listing.prices])),
  });
  const judged = { url, fetched, facts, listings, rendered, judgedRendering };
  if (!options.sealAlways && !isNews(listings, known)) return { ...judged, sealed: null };
  if (options.render !== 'never') {
    const texts = listings.flatMap((listing) => listing.findings.map((finding) => finding.text));
    // Rendered again with the marks: only now is it known which texts matter.
    rendered = (await renderPage(tools, exchange, texts)) ?? rendered;
  }
  const sealed = await sealPage(tools, {
    exchange,
    facts,
    rendered,
    pictures: pictured.pictures,
    listings,
    ground: options.ground,
    robots: options.robots,
    packs: loadRules().version,
    judgedRendering,
  });
  return { ...judged, rendered, sealed };
}
