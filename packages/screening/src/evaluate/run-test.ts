// SPDX-License-Identifier: Apache-2.0
import { assertNever } from '@yiwang/kernel';
import type { Test } from '../compile/compile-rules.ts';
import type { Matcher } from '../compile/matcher.ts';
import type { Hit } from '../match/hit.ts';
import type { ListingInput, Source } from '../types.ts';
import { FieldText } from './listing-text.ts';
import { findNumber } from './numbers.ts';

/** What a condition may look at. `anchor` is absent for conditions on the listing as a whole. */
export interface Scene {
  listing: ListingInput;
  source: Source;
  texts: readonly FieldText[];
  contexts: Matcher;
  text: FieldText | null;
  anchor: Hit | null;
}

const PAUSE = /[。！？；;!?，,\n]/;

const overlaps = (a: Hit, b: Hit): boolean => a.start < b.end && b.start < a.end;

function closeBy(test: Test & { kind: 'near' | 'before' | 'after' }, scene: Scene): boolean {
  const { text, anchor } = scene;
  if (text === null || anchor === null) return false;
  for (const hit of text.bySet(scene.contexts).get(test.set) ?? []) {
    if (overlaps(hit, anchor)) continue;
    const before = hit.end <= anchor.start;
    if (test.kind === 'before' && !before) continue;
    if (test.kind === 'after' && before) continue;
    const [from, to] = before ? [hit.end, anchor.start] : [anchor.end, hit.start];
    if (to - from > test.within) continue;
    if (test.sameClause && PAUSE.test(text.text.slice(from, to))) continue;
    return true;
  }
  return false;
}

const MARKS = { title: ['《〈﹤', '》〉﹥'], any: ['《〈「『“‘"', '》〉」』”’"'] } as const;
const LONGEST_QUOTE = 40;

function isQuoted(what: 'title' | 'any', text: string, anchor: Hit): boolean {
  const [opening, closing] = MARKS[what];
  for (let i = anchor.start - 1; i >= Math.max(0, anchor.start - LONGEST_QUOTE); i--) {
    const ch = text[i]!;
    if (opening.includes(ch)) {
      for (let j = anchor.end; j < Math.min(text.length, anchor.end + LONGEST_QUOTE); j++)
        if (closing.includes(text[j]!)) return true;
      return false;
    }
    if (closing.includes(ch)) return false;
  }
  return false;
}

function hasAttribute(test: Test & { kind: 'attribute' }, scene: Scene): boolean {
  for (const text of scene.texts) {
    if (text.field !== 'attributes') continue;
    if (test.value !== -1 && !text.bySet(scene.contexts).has(test.value)) continue;
    if (test.name === -1) return true;
    const name = new FieldText('attributes', '', text.name.slice('attributes.'.length));
    if (name.bySet(scene.contexts).has(test.name)) return true;
  }
  return false;
}

/** Whether a condition holds. */
export function runTest(test: Test, scene: Scene): boolean {
  switch (test.kind) {
    case 'near':
    case 'before':
    case 'after':
      return closeBy(test as Test & { kind: 'near' }, scene);
    case 'inside': {
      const { text, anchor } = scene;
      if (text === null || anchor === null) return false;
      return (text.bySet(scene.contexts).get(test.set) ?? []).some(
        (h) => h.start <= anchor.start && h.end >= anchor.end,
      );
    }
    case 'field':
      return scene.text?.bySet(scene.contexts).has(test.set) ?? false;
    case 'listing':
      return scene.texts.some(
        (t) => (test.in === null || test.in.includes(t.field)) && t.bySet(scene.contexts).has(test.set),
      );
    case 'price': {
      const price = scene.listing.price;
      return typeof price === 'number' && price >= test.min && price <= test.max;
    }
    case 'attribute':
      return hasAttribute(test, scene);
    case 'number':
      return scene.texts.some((t) => test.kinds.some((k) => findNumber(k, t.light) !== null));
    case 'source':
      return test.of.includes(scene.source);
    case 'quoted':
      return (
        scene.text !== null && scene.anchor !== null && isQuoted(test.what, scene.text.text, scene.anchor)
      );
    case 'anchorIn':
      return scene.text !== null && test.of.includes(scene.text.field);
    case 'folded':
      return scene.anchor !== null && (scene.anchor.folds !== 0) === test.is;
    case 'all':
      return test.of.every((t) => runTest(t, scene));
    case 'any':
      return test.of.some((t) => runTest(t, scene));
    case 'not':
      return !runTest(test.of, scene);
    default:
      return assertNever(test);
  }
}
