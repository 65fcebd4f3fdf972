// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';
import type { Listing } from '../types.ts';
import { readCards } from './cards.ts';
import { ClassFlags } from './class-flags.ts';
import { settleCode } from './codes.ts';
import { readDetail } from './detail.ts';
import type { Draft, ListingContext } from './draft.ts';
import { readState } from './embedded-state.ts';
import { mainHeading } from './heading.ts';
import type { Item } from './item.ts';
import { readJsonLd } from './json-ld.ts';
import { mergeDrafts } from './merge.ts';
import { readMicrodata } from './microdata.ts';
import { mayHaveMicroformats, readMicroformats } from './microformats.ts';
import { readOpenGraph } from './open-graph.ts';
import { findPrices } from './price-nodes.ts';
import { productDrafts } from './products.ts';
import { readRdfa } from './rdfa.ts';
import { scriptValues } from './script-values.ts';

export interface FoundListings {
  listings: Listing[];
  /** Everything JSON-LD and microdata describe: organisations among it. */
  items: Item[];
  hasMain: boolean;
}

/** Goods on a page, from structured data and from plain markup, merged. */
export function findListings(
  found: Collected,
  page: string,
  signs: string | undefined,
  warnings: string[],
): FoundListings {
  const { tape, resolver } = found;
  const context: ListingContext = { resolve: (reference) => resolver.link(reference), signs };
  const items: Item[] = [];
  const drafts: Draft[] = [];
  const scripts = found.scripts.filter((script) => script.type.includes('ld+json'));
  if (scripts.length > 0) {
    const { items: read, broken } = readJsonLd(scripts.map((script) => tape.rawText(script.node)));
    if (broken > 0) warnings.push(`json-ld: ${broken} of ${scripts.length} scripts cannot be read`);
    items.push(...read);
    drafts.push(...productDrafts(read, 'json-ld', context));
  }
  if (found.hasItemscope) {
    const read = readMicrodata(tape, resolver);
    items.push(...read);
    drafts.push(...productDrafts(read, 'microdata', context));
  }
  if (found.hasTypeof) {
    const read = readRdfa(tape, resolver);
    items.push(...read);
    drafts.push(...productDrafts(read, 'rdfa', context));
  }
  if (mayHaveMicroformats(tape.html)) {
    const read = readMicroformats(tape, resolver);
    items.push(...read);
    drafts.push(...productDrafts(read, 'microformats', context));
  }
  const graph = readOpenGraph(found.metas, context);
  if (graph) drafts.push(graph);
  // Data for scripts is read only where nothing made for machines has told a price.
  if (!drafts.some((draft) => draft.price !== null && draft.source !== 'open-graph')) {
    const values = scriptValues(found);
    if (values.length > 0) drafts.push(...readState(values, context, found.text));
  }
  const flags = new ClassFlags(tape);
  const prices = findPrices(flags, found.hidden, signs);
  const heading = mainHeading(found);
  const cards = readCards(flags, prices, context, found.h1s.length < 3 || heading?.fits ? heading?.node : -1);
  const detail = readDetail({ found, flags, prices, cardNodes: cards.nodes, context, heading, page });
  if (detail) drafts.push(detail);
  drafts.push(...cards.drafts);
  const { listings, mains } = mergeDrafts(drafts, page, warnings);
  const [own] = listings;
  if (own !== undefined && mains === 1)
    own.sku = settleCode(own.sku, { found, heading: detail?.title ?? own.title, page, warnings });
  return { listings, items, hasMain: drafts.some((draft) => draft.main) };
}
