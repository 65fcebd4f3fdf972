// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';
import { nameHash } from '../html/names.ts';
import { lineOf } from '../html/text-of.ts';

export interface Heading {
  node: number;
  text: string;
  /** The page's title says the same. */
  fits: boolean;
}

const H2 = nameHash('h2');
const H3 = nameHash('h3');
const CLASS = nameHash('class');
const ID = nameHash('id');
const NAMED =
  /(?:product|goods|item|sku|pro|prod|detail|p)[\s_-]?(?:name|title|tit)\b|tb-main-title|iteminfo|producttitle|page-title|biaoti/i;
const key = (text: string): string => text.toLowerCase().replace(/[\s\p{P}\p{S}]+/gu, '');

/** The page's title less the site's name that most templates hang on. */
export function shortTitle(title: string): string {
  const parts = title
    .split(/\s+[-–—|_·»›<]\s+|\s*[|｜_]\s*|(?<=[\u4e00-\u9fa5])\s*[-–—]\s*(?=[\u4e00-\u9fa5])/)
    .filter(Boolean);
  return (parts.length > 1 ? parts.reduce((a, b) => (b.length > a.length * 1.5 ? b : a)) : title).trim();
}

/** The heading that names what the page is about: one that the page's title repeats, else the first shown. */
export function mainHeading(found: Collected): Heading | null {
  const { tape } = found;
  const title = key(found.title);
  const wanted = key(found.metas.get('og:title')?.[0] ?? '') || title;
  let first: Heading | null = null;
  const fits = (text: string): boolean => {
    const one = key(text);
    return (
      one.length > 2 &&
      (title.includes(one) || wanted.includes(one) || (wanted.length > 5 && one.includes(wanted)))
    );
  };
  for (const node of found.h1s) {
    const text = lineOf(tape, node);
    if (text.length < 2 || text.length > 400) continue;
    if (fits(text)) return { node, text, fits: true };
    first ??= { node, text, fits: false };
  }
  if (first !== null && found.h1s.length === 1) return first;
  let other: Heading | null = null;
  for (let n = 0; n < tape.count && other === null; n++) {
    if (tape.isText(n) || tape.last[n]! - n > 30 || tape.last[n]! - n < 2) continue;
    const hash = tape.hash[n]!;
    const named = NAMED.test(`${tape.attr(n, CLASS) ?? ''} ${tape.attr(n, ID) ?? ''}`);
    if (hash !== H2 && hash !== H3 && !named) continue;
    const text = lineOf(tape, n);
    if (text.length > 3 && text.length < 300 && fits(text)) other = { node: n, text, fits: true };
  }
  return other ?? first ?? headingByTitle(found);
}

/** Without any heading: the page's title, if a line of the text repeats its first part. */
function headingByTitle({ title, text, tape }: Collected): Heading | null {
  const short = shortTitle(title);
  if (short.length < 4 || !`\n${text}\n`.includes(`\n${short}\n`)) return null;
  for (let n = 0; n < tape.count; n++)
    if (
      tape.isText(n) &&
      tape.end[n]! - tape.start[n]! < 400 &&
      tape.html.slice(tape.start[n], tape.end[n]).includes(short)
    ) {
      const parent = tape.parent[n]!;
      if (parent >= 0 && tape.name(parent) !== 'title') return { node: n, text: short, fits: true };
    }
  return { node: -1, text: short, fits: true };
}
