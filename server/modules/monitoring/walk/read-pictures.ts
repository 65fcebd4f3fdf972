// SPDX-License-Identifier: Apache-2.0
import { type Exchange, picturesToRead, readPagePictures } from '@yiwang/collector';
import { type PageFacts, withPictures } from '@yiwang/extraction';
import type { WalkTools } from './tools.ts';

/** A page's facts with the words of its pictures, and the pictures as they came: they belong into the evidence. */
export interface PicturedFacts {
  facts: PageFacts;
  pictures: Exchange[];
}

/**
 * Reads the pictures of a page that may matter – licences, descriptions made of pictures – each asked for as politely
 * as a page: robots.txt, the host's pace and the address guard hold. One is read at a time in a process, equal ones once.
 */
export async function readPictures(
  tools: WalkTools,
  facts: PageFacts,
  loaded: readonly Exchange[],
  urgent = false,
): Promise<PicturedFacts> {
  const wanted = picturesToRead(facts);
  if (wanted.length === 0) return { facts, pictures: [] };
  const pictures: Exchange[] = [];
  const read = await readPagePictures(wanted, {
    reader: tools.pictures(),
    loaded,
    fetch: async (url) => {
      const known = tools.cache.get(url);
      if (known !== undefined) {
        pictures.push(known);
        return known;
      }
      const politeness = urgent ? tools.urgentPoliteness : tools.politeness;
      if (!urgent) await tools.urgency.calm(tools.signal);
      if (!(await politeness.judge(url, tools.signal)).allowed) return null;
      await politeness.turn(new URL(url).host, tools.signal);
      const exchange = await tools.fetcher.fetch(url, { ground: 'picture', signal: tools.signal });
      if (exchange.status === 200) pictures.push(exchange);
      // Should the page be drawn as well, it is not asked for twice.
      tools.cache.put(url, exchange);
      return exchange;
    },
  });
  return read.length === 0 ? { facts, pictures } : { facts: withPictures(facts, read), pictures };
}
