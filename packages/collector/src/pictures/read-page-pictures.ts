// SPDX-License-Identifier: Apache-2.0
import type { PageFacts, PagePicture, ReadPicture } from '@yiwang/extraction';
import type { Exchange } from '../exchange.ts';
import type { PictureReader } from './picture-reader.ts';

export interface PictureTools {
  reader: PictureReader;
  /** Gets a picture in the patrol's own way (robots.txt, pace, address guard); null where it may not or does not come. */
  fetch(url: string): Promise<Exchange | null>;
  /** What a rendering of the page has loaded already. */
  loaded?: readonly Exchange[];
}

/** How many pictures of a page are read, by what they are: reading one takes a second of a processor. */
export const PICTURES_A_PAGE = { licence: 4, detail: 6 } as const;

/** Descriptions with more words than this speak for themselves; their pictures are not read. UTF-16 units. */
const WORDY = 200;

/**
 * The pictures of a page that are worth reading: licences always, those of a description where its words are few or
 * none – goods described by pictures only are a way around the words that screening looks for.
 */
export function picturesToRead(facts: PageFacts): PagePicture[] {
  const own = facts.kindHint === 'product' ? facts.listings[0] : undefined;
  const counts = { licence: 0, detail: 0 };
  return facts.pictures.filter(({ role }) => {
    if (role === 'detail' && (own === undefined || (own.description ?? '').length > WORDY)) return false;
    return ++counts[role] <= PICTURES_A_PAGE[role];
  });
}

const inlineBytes = (url: string): Uint8Array => {
  const comma = url.indexOf(',');
  return Buffer.from(url.slice(comma + 1), 'base64');
};

/** Gets and reads `pictures`. What does not come or holds no words is left out; nothing here throws for a picture. */
export async function readPagePictures(
  pictures: readonly PagePicture[],
  tools: PictureTools,
): Promise<(ReadPicture & { sha256: string })[]> {
  const read: (ReadPicture & { sha256: string })[] = [];
  for (const picture of pictures) {
    const bytes = await bytesOf(picture.url, tools);
    if (bytes === null) continue;
    const { text, codes, sha256, skipped } = await tools.reader.read(bytes);
    if (skipped === null && (text !== '' || codes.length > 0)) read.push({ ...picture, text, codes, sha256 });
  }
  return read;
}

async function bytesOf(url: string, tools: PictureTools): Promise<Uint8Array | null> {
  if (url.startsWith('data:')) return inlineBytes(url);
  const known = tools.loaded?.find((one) => (one.url === url || one.finalUrl === url) && one.status === 200);
  const exchange = known ?? (await tools.fetch(url));
  return exchange !== null && exchange.status === 200 && !exchange.truncated && exchange.body.length > 0
    ? exchange.body
    : null;
}
