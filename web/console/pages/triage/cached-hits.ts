// SPDX-License-Identifier: Apache-2.0

import type { InfiniteData } from '@tanstack/react-query';
import type { Answer, Hit, listHits } from '@yiwang/contracts';

export type HitPages = InfiniteData<Answer<typeof listHits>, string | null>;

/** The list without some hits, and with a total that says so. */
export const withoutHits = (data: HitPages, ids: ReadonlySet<string>): HitPages => ({
  ...data,
  pages: data.pages.map((page) => {
    const items = page.items.filter((hit) => !ids.has(hit.id));
    return {
      ...page,
      items,
      total:
        page.total === undefined
          ? undefined
          : page.total - data.pages.flatMap((p) => p.items).filter((h) => ids.has(h.id)).length,
    };
  }),
});

/** The list with a hit back at its place (or at the end of what is loaded). */
export function withHit(data: HitPages, hit: Hit, index: number): HitPages {
  if (data.pages.some((page) => page.items.some((other) => other.id === hit.id))) return data;
  let before = 0;
  let placed = false;
  const pages = data.pages.map((page, at) => {
    const end = before + page.items.length;
    const here = !placed && (index <= end || at === data.pages.length - 1);
    const items = [...page.items];
    if (here) {
      items.splice(Math.max(0, index - before), 0, hit);
      placed = true;
    }
    before = end;
    return { ...page, items, total: page.total === undefined ? undefined : page.total + 1 };
  });
  return { ...data, pages };
}
