// SPDX-License-Identifier: Apache-2.0
import { decodePage } from './charset/decode-page.ts';
import { isEmark } from './emarks.ts';
import { kindOf, needsScript, robotsOf } from './hints.ts';
import { type Collected, collect } from './html/collect.ts';
import { scan } from './html/scan.ts';
import type { Tape } from './html/tape.ts';
import { findListings } from './listings/find-listings.ts';
import { priceHistoryOf } from './listings/price-history.ts';
import { signsOf } from './locale.ts';
import { registryLines } from './operators/link-facts.ts';
import { operatorsOf } from './operators/operators-of.ts';
import { findPictures } from './pictures/find-pictures.ts';
import type { PageFacts } from './types.ts';

export interface PageInput {
  bytes: Uint8Array;
  /** The address the page was read from: base of its links. */
  url: string;
  contentType?: string | null;
}

/** Longest text that is looked at: more is not a page but an attack. */
const MAX_CHARACTERS = 16_000_000;

function emarksOf(found: Collected): string[] {
  const { tape, resolver } = found;
  const own = resolver.base?.host ?? '';
  const marks: string[] = [];
  for (const { url, node } of found.anchors) {
    if (url.startsWith(own, url.indexOf('//') + 2) && !/mark|lzxx|licen/i.test(url)) continue;
    // The words of a link, its pictures' and titles' among them, stand in its source.
    const source = tape.html.slice(
      tape.start[node],
      Math.min(tape.start[node]! + 600, sourceEnd(found, node)),
    );
    if (isEmark({ url, words: source }) && !marks.includes(url)) marks.push(url);
  }
  return marks;
}

/** Where the source of a node's last descendant ends. */
function sourceEnd({ tape }: Collected, node: number): number {
  const next = tape.last[node]!;
  return next < tape.count ? tape.start[next]! : tape.html.length;
}

/**
 * Page bytes to facts: who trades here, what is offered, where it links. Never throws, whatever the bytes; what
 * could not be read or does not fit together is said in `warnings`.
 */
export function extractPage(input: PageInput): PageFacts {
  const { text: html, charset, warnings } = decodePage(input.bytes, input.contentType);
  if (html.length > MAX_CHARACTERS)
    warnings.push(`page: only the first ${MAX_CHARACTERS} characters were read`);
  const tape = scan(html.length > MAX_CHARACTERS ? html.slice(0, MAX_CHARACTERS) : html);
  if (tape.truncated) warnings.push('page: too many elements, the rest was not read');
  try {
    return factsOf(input, tape, charset, warnings);
  } finally {
    tape.release();
  }
}

const hostOf = (url: string): string =>
  /^https?:\/\/(?:(?:www|m|wap)\.)?([^/?#]*)/i.exec(url)?.[1]?.toLowerCase() ?? '';

/** Where a page says it properly lives, believed on its own host only: programs keep the address they were set up with. */
const ownAddress = (canonical: string | null, fetched: string): string =>
  canonical !== null && hostOf(canonical) === hostOf(fetched) ? canonical : fetched;

function factsOf(input: PageInput, tape: Tape, charset: string, warnings: string[]): PageFacts {
  const found = collect(tape, input.url);
  const signs = signsOf(found.language, input.url, found.text);
  const own = ownAddress(found.canonical, input.url);
  const { listings, items, hasMain } = findListings(found, own, signs, warnings);
  const [first, another] = listings.filter(
    (one) => one.url === null || one.url === own || one.url === input.url,
  );
  const history = first && !another ? priceHistoryOf(tape.html) : null;
  if (first && history) first.priceHistory = history;
  const operators = operatorsOf(found, items, registryLines(found), warnings);
  return {
    url: input.url,
    charset,
    language: found.language || null,
    title: found.title,
    operators,
    listings,
    emarks: emarksOf(found),
    links: found.links,
    nofollow: found.nofollow,
    canonical: found.canonical,
    pictures: findPictures(found, hasMain),
    robotsMeta: robotsOf(found.metas),
    needsScript: needsScript(found, listings.length),
    kindHint: kindOf(found, listings, operators, hasMain),
    warnings,
    text: found.text,
  };
}
