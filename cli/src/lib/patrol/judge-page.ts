// SPDX-License-Identifier: Apache-2.0
import {
  type Exchange,
  type Fetcher,
  normaliseUrl,
  type PageYield,
  type PictureReader,
  type Politeness,
  picturesToRead,
  type RenderDecider,
  type Renderer,
  type Rendering,
  type RenderOptions,
  type ResourceCache,
  readPagePictures,
  urlKey,
} from '@yiwang/collector';
import {
  extractPage,
  type Listing,
  type PageFacts,
  type ReadPicture,
  withPictures,
} from '@yiwang/extraction';
import { AppError, legalDay } from '@yiwang/kernel';
import type { Engine, ScreenResult } from '@yiwang/screening';

export interface JudgeTools {
  engine: Engine;
  politeness: Politeness;
  fetcher: Fetcher;
  /** Null where pictures are not to be read. */
  pictures: PictureReader | null;
  renderer: Renderer;
  decider: RenderDecider;
  cache: ResourceCache;
  render: 'auto' | 'never' | 'always';
  signal: AbortSignal;
  /** Once a browser could not be started nobody tries again; holds why. */
  noBrowser: string | null;
}

/** A listing with the address it is known by and what screening says of it. */
export interface JudgedListing {
  listing: Listing;
  key: string;
  /** False for a teaser that leads to another page of the site. */
  own: boolean;
  result: ScreenResult;
}

export interface JudgedPage {
  exchange: Exchange;
  /** Where the page properly lives, by its own word. */
  url: string;
  facts: PageFacts;
  rendering: Rendering | null;
  judgedRendering: boolean;
  listings: JudgedListing[];
  /** Pictures that were read, as they came. */
  pictures: Exchange[];
  /** What was read in them. */
  words: ReadPicture[];
}

const yieldOf = (facts: PageFacts): PageYield => ({
  needsScript: facts.needsScript,
  listings: facts.listings.length,
  textLength: facts.text.length,
});

/** A page may say where it properly lives; believed only on its own host. */
function properUrl(facts: PageFacts, fetched: string): string {
  const canonical = facts.canonical === null ? null : normaliseUrl(facts.canonical, fetched);
  return canonical !== null && new URL(canonical).host === new URL(fetched).host ? canonical : fetched;
}

/** Waits that a rendering may cost the patrol: what a page loads keeps the pace of its host, but not for ever. */
const RENDER_WAIT_MS = 25_000;

/** Renders around the recorded response; null without a browser. What the page loads obeys robots.txt and the rate. */
async function renderPage(
  tools: JudgeTools,
  exchange: Exchange,
  inspect: NonNullable<RenderOptions['inspect']>,
): Promise<Rendering | null> {
  if (tools.noBrowser !== null) return null;
  // Counted from the first thing the page asks for: waiting for the browser is not the page's fault.
  let until: number | null = null;
  try {
    return await tools.renderer.render(exchange.finalUrl, {
      recorded: exchange,
      inspect,
      cache: tools.cache,
      settleMs: RENDER_WAIT_MS,
      signal: tools.signal,
      judge: async (url) => {
        if (!(await tools.politeness.judge(url, tools.signal)).allowed) return 'robots.txt';
        const { host } = new URL(url);
        until ??= Date.now() + RENDER_WAIT_MS;
        if (tools.politeness.readyAt(host) > until) return 'the budget of this page is spent';
        await tools.politeness.turn(host, tools.signal);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    tools.noBrowser ??= error.message;
    return null;
  }
}

function screenListing(
  listing: Listing,
  page: { url: string; key: string; at: number },
  engine: Engine,
): ScreenResult {
  const yuan = (listing.currency ?? 'CNY') === 'CNY';
  const shown = listing as Listing & {
    attributes?: Record<string, string> | null;
    priceHistory?: [string, number][] | null;
  };
  return engine.screen({
    id: page.key,
    title: listing.title,
    description: listing.description,
    category: listing.category,
    shop: listing.shop ?? listing.seller,
    platform: new URL(page.url).host,
    attributes: shown.attributes ?? null,
    price: yuan ? listing.price : null,
    originalPrice: yuan ? listing.originalPrice : null,
    priceHistory: yuan ? (shown.priceHistory ?? null) : null,
    observedOn: legalDay(page.at),
    source: 'listing',
    ocrText: listing.ocrText ?? null,
  });
}

function listingsOf(facts: PageFacts, url: string, at: number, engine: Engine): JudgedListing[] {
  const pageKey = urlKey(url);
  const placed = facts.listings.map((listing) => {
    const target = listing.url ? normaliseUrl(listing.url, url) : null;
    const own = target === null || urlKey(target) === pageKey;
    return { listing, own, key: own ? pageKey : urlKey(target) };
  });
  const several = placed.filter((p) => p.own).length > 1;
  return placed.map(({ listing, own, key }): JudgedListing => {
    const known = own && several ? `${key}#${listing.sku ?? listing.title}` : key;
    return { listing, own, key: known, result: screenListing(listing, { url, key: known, at }, engine) };
  });
}

/** What a sealed page must show framed: the words of its labelled listings. */
export const marksOf = (listings: readonly JudgedListing[]): string[] => [
  ...new Set(
    listings.flatMap((l) => (l.result.labels.length > 0 ? l.result.findings.map((f) => f.text) : [])),
  ),
];

/** The page with the words of its pictures, each fetched as politely as a page; as it is where none was read. */
async function readPictures(tools: JudgeTools, page: JudgedPage): Promise<JudgedPage> {
  const wanted = tools.pictures === null ? [] : picturesToRead(page.facts);
  if (tools.pictures === null || wanted.length === 0) return page;
  const { politeness, fetcher, signal } = tools;
  const pictures: Exchange[] = [];
  const read = await readPagePictures(wanted, {
    reader: tools.pictures,
    loaded: page.rendering?.exchanges ?? [],
    fetch: async (url) => {
      if (!(await politeness.judge(url, signal)).allowed) return null;
      await politeness.turn(new URL(url).host, signal);
      const exchange = await fetcher.fetch(url, { ground: 'picture', signal });
      if (exchange.status === 200) pictures.push(exchange);
      return exchange;
    },
  });
  if (read.length === 0) return page;
  const facts = withPictures(page.facts, read);
  const listings = listingsOf(facts, page.url, page.exchange.startedAt, tools.engine);
  return { ...page, facts, listings, pictures, words: read };
}

/**
 * Extracts and screens a page. It is drawn in a browser at most once: where script draws it, judged by what was drawn;
 * else where there is something to seal (or `mustSeal`), for the picture.
 */
export async function judgePage(
  tools: JudgeTools,
  exchange: Exchange,
  isNews: (listings: readonly JudgedListing[]) => boolean,
): Promise<JudgedPage> {
  const fetched = exchange.finalUrl;
  const read = (bytes: Uint8Array, contentType: string | null): JudgedPage => {
    const facts = extractPage({ bytes, url: fetched, contentType });
    const url = properUrl(facts, fetched);
    const listings = listingsOf(facts, url, exchange.startedAt, tools.engine);
    return {
      exchange,
      url,
      facts,
      rendering: null,
      judgedRendering: false,
      listings,
      pictures: [],
      words: [],
    };
  };
  let page = read(exchange.body, exchange.headers['content-type'] ?? null);
  const before = yieldOf(page.facts);
  const byScript =
    tools.render === 'always' || (tools.render === 'auto' && tools.decider.shouldRender(fetched, before));
  if (!byScript) page = await readPictures(tools, page);
  if (tools.render === 'never' || !(byScript || isNews(page.listings))) return page;
  const rendering = await renderPage(tools, exchange, async ({ html }) => {
    if (byScript) {
      const drawn = read(new TextEncoder().encode(html), 'text/html; charset=utf-8');
      const after = yieldOf(drawn.facts);
      tools.decider.note(fetched, before, after);
      if (after.listings > before.listings || after.textLength > before.textLength || before.needsScript) {
        const links = [...new Set([...page.facts.links, ...drawn.facts.links])];
        page = {
          ...drawn,
          facts: { ...drawn.facts, charset: page.facts.charset, links },
          judgedRendering: true,
        };
      }
    }
    return { marks: marksOf(page.listings), screenshot: isNews(page.listings) };
  });
  const drawn = { ...page, rendering };
  return byScript ? readPictures(tools, drawn) : drawn;
}
