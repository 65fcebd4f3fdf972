// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { foldFactor } from '../fold/fold-kinds.ts';
import { lightFold } from '../fold/fold-text.ts';
import { load, newStream, type Stream } from '../fold/stream.ts';
import { findSounds } from '../match/find-sounds.ts';
import { findInterleaved, findUnits } from '../match/find-units.ts';
import type { Hit } from '../match/hit.ts';
import { restrictTo, type WantedSets } from '../match/wanted.ts';
import type { ListingInput, TextField } from '../types.ts';

/** Streams of the listing before: filling them again costs nothing, making new ones does. */
const pool: Stream[] = [];
let used = 0;
const PACKED = 1 << 20;
const KEPT_ROOM = 1 << 16;

function borrow(): Stream {
  if (used === pool.length) pool.push(newStream());
  const stream = pool[used]!;
  // A stream that a giant text has blown up is let go.
  if (stream.raw.length > KEPT_ROOM) pool[used] = newStream();
  return pool[used++]!;
}

/** Takes all streams back: texts made before must not be used any more. */
export function returnStreams(): void {
  used = 0;
}

/** One text of a listing, folded and searched when first asked. */
export class FieldText {
  readonly field: TextField;
  /** As findings name it: `title`, `attributes.品牌`. */
  readonly name: string;
  readonly text: string;
  #stream: Stream | undefined;
  #light: string | undefined;
  readonly #bySet = new Map<Matcher, Map<number, Hit[]>>();
  /** The sets of a matcher that matter in this listing; a matcher that is not named is searched whole. */
  readonly #wanted: ReadonlyMap<Matcher, WantedSets> | undefined;

  constructor(field: TextField, name: string, text: string, wanted?: ReadonlyMap<Matcher, WantedSets>) {
    this.#wanted = wanted;
    this.field = field;
    this.name = name;
    this.text = text;
  }

  get stream(): Stream {
    if (this.#stream === undefined) {
      this.#stream = borrow();
      load(this.#stream, this.text);
    }
    return this.#stream;
  }

  get light(): string {
    this.#light ??= lightFold(this.text);
    return this.#light;
  }

  /** The hits of a matcher in this text by set, each with the best reading of the same place only. */
  bySet(m: Matcher): ReadonlyMap<number, Hit[]> {
    const known = this.#bySet.get(m);
    if (known !== undefined) return known;
    restrictTo(this.#wanted?.get(m) ?? null);
    const hits: Hit[] = [];
    const keep = (hit: Hit): boolean => {
      hits.push(hit);
      return false;
    };
    findUnits(m, this.stream, keep);
    if (m.weaves) findInterleaved(m, this.stream, keep);
    if (m.hears) findSounds(m, m.soundGate, this.stream, keep);
    restrictTo(null);
    const best = new Map<number | string, Hit>();
    for (const hit of hits) {
      // One number while it fits into 53 bits: strings as keys cost more than the search.
      const key =
        hit.start < PACKED && hit.end - hit.start < 4096 && hit.term < PACKED
          ? (hit.term * PACKED + hit.start) * 4096 + (hit.end - hit.start)
          : `${hit.term} ${hit.start} ${hit.end}`;
      const other = best.get(key);
      if (other === undefined || hit.factor * foldFactor(hit.folds) > other.factor * foldFactor(other.folds))
        best.set(key, hit);
    }
    const bySet = new Map<number, Hit[]>();
    const wanted = this.#wanted?.get(m);
    const { setAt, set: sets, allow } = m.terms;
    for (const hit of best.values())
      for (let k = setAt[hit.term]!; k < setAt[hit.term + 1]!; k++) {
        if ((hit.folds & ~allow[k]!) !== 0) continue;
        const set = sets[k]!;
        if (wanted !== undefined && !wanted.has(set)) continue;
        const list = bySet.get(set);
        if (list === undefined) bySet.set(set, [hit]);
        else list.push(hit);
      }
    this.#bySet.set(m, bySet);
    return bySet;
  }
}

const MAX_ATTRIBUTES = 200;

/** The texts of a listing in the order findings are listed. Members that are no text are passed over. */
export function fieldTexts(listing: ListingInput, wanted?: ReadonlyMap<Matcher, WantedSets>): FieldText[] {
  const texts: FieldText[] = [];
  for (const field of ['title', 'description', 'shop', 'category', 'ocrText'] as const) {
    const text = listing[field];
    if (typeof text === 'string' && text !== '') texts.push(new FieldText(field, field, text, wanted));
  }
  const attributes = listing.attributes;
  if (typeof attributes === 'object' && attributes !== null && !Array.isArray(attributes)) {
    let count = 0;
    for (const [name, value] of Object.entries(attributes)) {
      if (++count > MAX_ATTRIBUTES) break;
      if (typeof value === 'string' && value !== '')
        texts.push(new FieldText('attributes', `attributes.${name}`, value, wanted));
    }
  }
  return texts;
}
