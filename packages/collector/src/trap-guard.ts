// SPDX-License-Identifier: Apache-2.0
import type { FrontierEntry, NewEntry } from './frontier.ts';
import { pageKind } from './render/decide-render.ts';

/** Budgets by value: a kind of address that yields nothing new is left alone. */
export interface TrapGuard {
  /** Which of these are worth waiting for, with the priority of those that look like a trap lowered. */
  admit(entries: NewEntry[]): NewEntry[];
  /** Why a waiting entry is not visited any more, or null. */
  skip(entry: Pick<FrontierEntry, 'url' | 'ground'>): string | null;
  /** What a visited page yielded: listings and addresses of other kinds that nobody had seen. */
  note(url: string, fresh: number): void;
}

/** Parameters that show the same goods in another order, form or selection. */
const FACET =
  /^(?:sort\w*|order\w*|dir|direction|view|mode|display|limit|per_?page|page_?size|show|filter\w*|facet\w*|attr\w*|brand\w*|colou?r|size|price\w*|min\w*|max\w*|from|to|currency|lang|tag|compare\w*|date|day|month|year|week|calendar)$/i;
const PAGING = /^(?:page|p|pn|pg|paged|page_?no|pageindex|offset|start)$/i;
const MAX_KINDS = 50_000;

/** Visits without yield after which a kind is closed: of plain paths, of queries, of facets. */
const PATIENCE = { path: 30, query: 6, facet: 2 };

interface Kind {
  /** Visits in a row that yielded nothing new. */
  vain: number;
  admitted: number;
}

const names = (url: URL): string[] =>
  [...new Set([...url.searchParams.keys()].map((name) => name.replace(/\[.*$/, '')))].sort();

/** Path template and parameter names; the values do not count. */
export function addressKind(href: string): string {
  const url = new URL(href);
  const parameters = names(url).filter((name) => !PAGING.test(name));
  return pageKind(href) + (parameters.length === 0 ? '' : `?${parameters.join('&')}`);
}

const facetsOf = (href: string): number => {
  const url = new URL(href);
  const inPath = url.pathname.split('/').filter((part) => /^\d{4}-\d{1,2}(?:-\d{1,2})?$/.test(part)).length;
  return names(url).filter((name) => FACET.test(name)).length + inPath;
};

/** Whether an address only shows the same goods in another order, form or selection. */
export const isFacet = (href: string): boolean => facetsOf(href) > 0;

/** One for a visit to one or many sites. */
export function createTrapGuard(options: { maxOfFacetKind?: number } = {}): TrapGuard {
  const maxOfFacetKind = options.maxOfFacetKind ?? 40;
  const kinds = new Map<string, Kind>();
  const kindOf = (href: string): Kind => {
    const key = addressKind(href);
    let kind = kinds.get(key);
    if (kind === undefined) {
      kind = { vain: 0, admitted: 0 };
      kinds.set(key, kind);
      if (kinds.size > MAX_KINDS) kinds.delete(kinds.keys().next().value!);
    }
    return kind;
  };
  const patience = (href: string): number =>
    facetsOf(href) > 0 ? PATIENCE.facet : href.includes('?') ? PATIENCE.query : PATIENCE.path;
  const isClosed = (href: string): boolean => kindOf(href).vain >= patience(href);
  return {
    admit(entries) {
      return entries.flatMap((entry) => {
        const facets = facetsOf(entry.url);
        // Two selections at once never show goods that one of them hides.
        if (facets > 2 || isClosed(entry.url)) return [];
        const kind = kindOf(entry.url);
        if (facets > 0 && kind.admitted >= maxOfFacetKind) return [];
        kind.admitted++;
        const priority = entry.priority ?? entry.depth;
        return [facets > 0 ? { ...entry, priority: priority + 20 * facets } : entry];
      });
    },
    skip: (entry) =>
      entry.ground !== 'seed' && isClosed(entry.url) ? 'pages of this kind yield nothing new' : null,
    note(url, fresh) {
      const kind = kindOf(url);
      kind.vain = fresh > 0 ? 0 : kind.vain + 1;
    },
  };
}
