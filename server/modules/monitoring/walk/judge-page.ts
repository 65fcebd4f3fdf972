// SPDX-License-Identifier: Apache-2.0
import { type Exchange, normaliseUrl, type PageYield, picturesToRead, sleepFor } from '@yiwang/collector';
import { extractPage, type PageFacts } from '@yiwang/extraction';
import { legalDay } from '@yiwang/kernel';
import { withSystem } from '../../../platform/database/actor.ts';
import { loadRules } from '../rules/engine.ts';
import { learnedRules } from '../rules/learned.ts';
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
  /** Own finds are sealed whatever the machine thinks of them, and go before the walk. */
  isFind?: boolean;
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

const yieldOf = (facts: PageFacts): PageYield => ({
  needsScript: facts.needsScript,
  listings: facts.listings.length,
  textLength: facts.text.length,
});

interface Reading {
  url: string;
  facts: PageFacts;
  listings: SeenListing[];
  news: boolean;
  judgedRendering: boolean;
  /** Pictures that were asked for to read their words. */
  pictures: Exchange[];
}

const FIND_PICTURES_MS = 5000;

/** Screens what a page says, and tells whether an officer would learn something from it. */
async function judgeFacts(
  tools: WalkTools,
  exchange: Exchange,
  facts: PageFacts,
  options: JudgeOptions,
): Promise<Reading> {
  const url = properUrl(facts, exchange.finalUrl);
  const own = ownListings(facts, url, options.willBeVisited);
  const keys = own.map((listing) => listing.key);
  const known = await withSystem(tools.app.db, 'patrol', (tx) => readKnown(tx, keys));
  const listings = screenListings(own, {
    name: new URL(url).host,
    observedOn: legalDay(exchange.startedAt),
    history: new Map([...known].map(([key, listing]) => [key, listing.prices])),
    learned: await learnedRules(tools.app),
  });
  return { url, facts, listings, news: isNews(listings, known), judgedRendering: false, pictures: [] };
}

/** The page with the words of its pictures. A person does not wait for them longer than a moment. */
async function withPictures(
  tools: WalkTools,
  exchange: Exchange,
  reading: Reading,
  loaded: readonly Exchange[],
  options: JudgeOptions,
): Promise<Reading> {
  if (picturesToRead(reading.facts).length === 0) return reading;
  const late = options.isFind
    ? sleepFor(FIND_PICTURES_MS).then(() => null)
    : new Promise<null>(() => undefined);
  const pictured = await Promise.race([readPictures(tools, reading.facts, loaded, options.isFind), late]);
  if (pictured === null) {
    const warnings = [...reading.facts.warnings, 'words in pictures were not read in time'];
    return { ...reading, facts: { ...reading.facts, warnings } };
  }
  const { judgedRendering } = reading;
  return {
    ...(await judgeFacts(tools, exchange, pictured.facts, options)),
    judgedRendering,
    pictures: pictured.pictures,
  };
}

/** What the scripts drew, read in place of the bytes; the links of both are followed. */
const drawnOver = (bytes: Reading, drawn: Reading): Reading => ({
  ...drawn,
  facts: {
    ...drawn.facts,
    charset: bytes.facts.charset,
    links: [...new Set([...bytes.facts.links, ...drawn.facts.links])],
  },
  judgedRendering: true,
});

/**
 * Everything between a response and the record of it that needs no transaction: extract, screen, and seal what is news.
 * A page is drawn in a browser at most once: where script draws it, judged by what was drawn; else where there is
 * something to seal, for the picture. Reads what is known; writes only into the store of evidence.
 */
export async function judgePage(
  tools: WalkTools,
  exchange: Exchange,
  options: JudgeOptions,
): Promise<JudgedPage> {
  const fetched = exchange.finalUrl;
  const urgent = options.isFind ?? false;
  if (!urgent) await tools.urgency.calm(tools.signal);
  const read = (bytes: Uint8Array, contentType: string | null) =>
    judgeFacts(tools, exchange, extractPage({ bytes, contentType, url: fetched }), options);
  let reading = await read(exchange.body, exchange.headers['content-type'] ?? null);
  const before = yieldOf(reading.facts);
  const byScript =
    options.render === 'always' || (options.render === 'auto' && tools.decider.shouldRender(fetched, before));
  // Pictures of what will be drawn anyway are taken from there.
  const drawnAnyway = options.render !== 'never' && (byScript || urgent);
  if (!drawnAnyway) reading = await withPictures(tools, exchange, reading, [], options);
  const toSeal = () => urgent || reading.news;
  let rendered: RenderedPage | null = null;
  if (drawnAnyway || (options.render !== 'never' && reading.news))
    rendered = await renderPage(
      tools,
      exchange,
      async ({ html }) => {
        if (byScript) {
          const drawn = await read(new TextEncoder().encode(html), 'text/html; charset=utf-8');
          const after = yieldOf(drawn.facts);
          tools.decider.note(fetched, before, after);
          if (before.needsScript || after.listings > before.listings || after.textLength > before.textLength)
            reading = drawnOver(reading, drawn);
        }
        const texts = reading.listings.flatMap((listing) => listing.findings.map((finding) => finding.text));
        const mayBeNews = picturesToRead(reading.facts).length > 0;
        return { marks: [...new Set(texts)].slice(0, 60), screenshot: toSeal() || mayBeNews };
      },
      urgent,
    );
  if (drawnAnyway) reading = await withPictures(tools, exchange, reading, rendered?.exchanges ?? [], options);
  const { url, facts, listings, judgedRendering, pictures } = reading;
  const judged = { url, fetched, facts, listings, rendered, judgedRendering };
  if (!toSeal()) return { ...judged, sealed: null };
  const sealed = await sealPage(tools, {
    exchange,
    facts,
    rendered,
    pictures,
    listings,
    ground: options.ground,
    robots: options.robots,
    packs: loadRules().version,
    judgedRendering,
  });
  return { ...judged, sealed };
}
