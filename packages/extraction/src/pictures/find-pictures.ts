// SPDX-License-Identifier: Apache-2.0
import type { Collected } from '../html/collect.ts';
import { nameHash } from '../html/names.ts';
import { lineOf } from '../html/text-of.ts';
import type { PagePicture } from '../types.ts';

const h = nameHash;
const IMG = h('img');
const A = {
  alt: h('alt'),
  title: h('title'),
  class: h('class'),
  id: h('id'),
  width: h('width'),
  height: h('height'),
};
const SOURCES = [
  'data-original',
  'data-src',
  'data-lazy-src',
  'data-lazyload',
  'data-ks-lazyload',
  'data-zoom-image',
  'src',
].map(h);

/** What pictures of licences and permits are called, in words and in file names. */
const LICENCE =
  /执照|執照|许可证|許可證|资格证|资质|证照|备案凭证|亮照|licen[cs]e(?!d)|zhizhao|yyzz|yingye|permit|certificate|zizhi|xukezheng/i;
const LICENCE_PAGE = /营业执照|亮照|资质证照|证照信息|工商信息|经营者信息|主体信息|business licen[cs]e/i;
const DETAIL =
  /(?:^|[\s_-])(?:detail|desc|description|intro|introduce|goods-?(?:content|detail|desc)|prod(?:uct)?-?(?:content|detail|desc)|rich-?text|content-?img)|描述|详情/i;
const DECORATION =
  /logo|icon|sprite|blank|loading|avatar|banner|btn|button|arrow|star|spacer|pixel|placeholder|emark|gongan|beian|police|pay(?:ment)?[-_.]/i;
const PICTURE_FILE = /\.(?:png|jpe?g|webp|bmp)(?:[?!@#]|$)/i;
const VECTOR = /\.(?:svg|gif|ico)(?:[?#]|$)/i;
const MAX = 24;
const SMALL = 60;

/**
 * Pictures whose words count: those of licences and permits wherever they stand, those that links with such words lead
 * to, and the pictures a product's description is made of (`hasMain`). Vector drawings, icons and decoration are none.
 */
export function findPictures(found: Collected, hasMain: boolean): PagePicture[] {
  const { tape, resolver } = found;
  const pictures: PagePicture[] = [];
  const add = (url: string | null, role: PagePicture['role']): void => {
    if (url === null || pictures.length >= MAX || pictures.some((one) => one.url === url)) return;
    pictures.push({ url, role });
  };
  for (const { url, node } of found.anchors)
    if (PICTURE_FILE.test(url) && LICENCE.test(`${lineOf(tape, node)} ${tape.attr(node, A.title) ?? ''}`))
      add(url, 'licence');
  if (!tape.html.includes('<img') && !tape.html.includes('<IMG')) return pictures;
  const licencePage = LICENCE_PAGE.test(
    `${found.title} ${found.h1s[0] === undefined ? '' : lineOf(tape, found.h1s[0])}`,
  );
  let detailUntil = -1;
  for (let n = 0; n < tape.count && pictures.length < MAX; n++) {
    if (tape.isText(n)) continue;
    if (tape.hash[n] !== IMG) {
      if (
        hasMain &&
        n >= detailUntil &&
        DETAIL.test(`${tape.attr(n, A.class) ?? ''} ${tape.attr(n, A.id) ?? ''}`) &&
        tape.last[n]! - n < tape.count / 2
      )
        detailUntil = tape.last[n]!;
      continue;
    }
    if (isSmall(tape.attr(n, A.width)) || isSmall(tape.attr(n, A.height))) continue;
    const source = SOURCES.map((key) => tape.attr(n, key)).find(Boolean);
    if (!source || VECTOR.test(source)) continue;
    const words = `${tape.attr(n, A.alt) ?? ''} ${tape.attr(n, A.title) ?? ''} ${tape.attr(n, A.class) ?? ''}`;
    const inline = /^data:image\/(?:png|jpe?g|webp);base64,/i.test(source);
    const name = inline ? '' : source;
    const url = inline ? (source.length < 4_000_000 ? source : null) : resolver.link(source);
    if (LICENCE.test(words) || LICENCE.test(name.slice(name.lastIndexOf('/') + 1))) add(url, 'licence');
    else if (DECORATION.test(`${name} ${words}`)) continue;
    else if (licencePage) add(url, 'licence');
    else if (n < detailUntil) add(url, 'detail');
  }
  return pictures;
}

const isSmall = (size: string | null): boolean =>
  size !== null && /^\s*\d+(?:px)?\s*$/.test(size) && Number.parseInt(size, 10) < SMALL;
