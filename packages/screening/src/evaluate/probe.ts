// SPDX-License-Identifier: Apache-2.0
import { anchorsOf, type CompiledRule, type Formula, formulaHolds } from '../compile/compile-rules.ts';
import type { Matcher } from '../compile/matcher.ts';
import { TRIGGER } from '../compile/term-tables.ts';
import { fold, type Stream } from '../fold/stream.ts';
import { findSounds } from '../match/find-sounds.ts';
import { findInterleaved, findUnits } from '../match/find-units.ts';
import type { Hit } from '../match/hit.ts';
import { QuickScan } from '../match/quick-scan.ts';

/**
 * Tells, from the texts of a listing alone and without making anything of them, whether a rule could have a finding in it:
 * `begin`, then `read` each text, then ask `isWorthwhile`. A no is sure.
 */
export interface Probe {
  begin(): void;
  /** Reads a text given as `raw`; it may be folded on the way. */
  read(s: Stream): void;
  isWorthwhile(): boolean;
}

/** Makes the probe of compiled rules. */
export function makeProbe(rules: readonly CompiledRule[], anchors: Matcher, sets: number): Probe {
  const { terms } = anchors;
  const formulas: Formula[][] = Array.from({ length: sets }, () => []);
  for (const rule of rules)
    for (const { by, formula } of rule.clauses) for (const set of anchorsOf(by)) formulas[set]!.push(formula);
  // A set was seen in this listing when its stamp is the listing's number.
  const seen = new Uint32Array(sets);
  const seenTerm = new Uint32Array(terms.hanzi.length);
  const touched: number[] = [];
  let listing = 0;
  const mark = (term: number): void => {
    if ((terms.flags[term]! & TRIGGER) === 0 || seenTerm[term] === listing) return;
    seenTerm[term] = listing;
    for (let k = terms.setAt[term]!; k < terms.setAt[term + 1]!; k++) {
      const set = terms.set[k]!;
      if (seen[set] === listing) continue;
      seen[set] = listing;
      if (formulas[set]!.length > 0) touched.push(set);
    }
  };
  const markHit = (hit: Hit): boolean => {
    mark(hit.term);
    return false;
  };
  const quick = new QuickScan(anchors, mark);

  const has = (set: number): boolean => seen[set] === listing;

  return {
    begin() {
      touched.length = 0;
      if (++listing > 0xfffffff0) {
        seen.fill(0);
        seenTerm.fill(0);
        listing = 1;
      }
    },
    read(s) {
      if (!quick.read(s.raw, s.length)) return;
      fold(s);
      findUnits(anchors, anchors.triggerUnits, s, markHit);
      findInterleaved(anchors, anchors.triggerUnits, s, markHit);
      findSounds(anchors, anchors.triggerSounds, s, markHit);
    },
    isWorthwhile() {
      for (const set of touched)
        for (const formula of formulas[set]!) if (formulaHolds(formula, has)) return true;
      return false;
    },
  };
}
