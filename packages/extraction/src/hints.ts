// SPDX-License-Identifier: Apache-2.0
import type { Collected } from './html/collect.ts';
import { nameHash } from './html/names.ts';
import type { Tape } from './html/tape.ts';
import { lineOf, textOf } from './html/text-of.ts';
import type { Listing, Operator, PageKind } from './types.ts';

/** Directives of robots meta tags, lower-cased, once each. */
export function robotsOf(metas: Map<string, string[]>): string[] {
  const words = [...(metas.get('robots') ?? []), ...(metas.get('yiwangbot') ?? [])]
    .flatMap((content) => content.toLowerCase().split(/[\s,]+/))
    .filter(Boolean);
  return [...new Set(words.flatMap((word) => (word === 'none' ? ['noindex', 'nofollow'] : [word])))];
}

const MOUNTS = new Set([
  'app',
  'root',
  '__next',
  '__nuxt',
  'main-app',
  'react-root',
  'ice-container',
  'J_app',
  'app-root',
  'vue-app',
  'svelte',
]);
const ID = nameHash('id');
const APP_ROOT = nameHash('app-root');

/** Whether the element that a script is to fill is there and empty but for words like "loading". */
function hasEmptyMount(tape: Tape): boolean {
  if (
    !/\bid\s*=\s*["']?(?:app|root|__n|main-app|react-root|ice-|J_app|vue-app|svelte)|<app-root/i.test(
      tape.html,
    )
  )
    return false;
  for (let n = 0; n < tape.count; n++) {
    if (tape.isText(n) || !(MOUNTS.has(tape.attr(n, ID) ?? '') || tape.hash[n] === APP_ROOT)) continue;
    if (textOf(tape, n).length < 24 && tape.last[n]! - n < 40) return true;
  }
  return false;
}

const ASKS =
  /(?:enable|activate|requires?|turn on|doesn't work properly without)\s+javascript|启用\s*javascript|开启\s*javascript|请打开.{0,6}脚本|javascript.{0,12}(?:aktivieren|有効)/i;

/** Whether the page shows hardly anything before its scripts have run. */
export function needsScript(found: Collected, listings: number): boolean {
  const words = found.text.length;
  if (found.scriptCount === 0 || (listings > 0 && words > 5000)) return false;
  if (hasEmptyMount(found.tape)) return true;
  if (words < 400 && ASKS.test(found.hiddenText)) return true;
  return words < 60 && found.links.length < 3 && found.tape.html.length > words * 8;
}

const LICENCE =
  /营业执照|亮照|资质证照|经营许可|证照信息|工商信息|经营者信息|impressum|特定商取引法|imprint|business licen[cs]e|证照|资质/i;

/** What kind of page it seems to be. */
export function kindOf(
  found: Collected,
  listings: Listing[],
  operators: Operator[],
  hasMain: boolean,
): PageKind {
  const heading = `${found.title}\n${found.h1s[0] !== undefined ? lineOf(found.tape, found.h1s[0]) : found.text.slice(0, 120)}`;
  const known = operators.some(
    (o) => o.uscc !== null || o.licences.length > 0 || (o.name !== null && o.address !== null),
  );
  if (hasMain && listings.length > 0) return 'product';
  if (listings.length < 2 && LICENCE.test(heading) && known) return 'licence';
  if (listings.length >= 2)
    return /店铺|店舗|(?:^|[^a-z])shop(?:[^a-z]|$)|旗舰店|专营店/i.test(found.title) && known
      ? 'shop'
      : 'list';
  return 'other';
}
