// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { FieldText, fieldTexts, returnStreams } from '../evaluate/listing-text.ts';
import type { RulePack } from '../types.ts';

/** In how many lawful texts of the packs (their ordinary texts and negative examples) each anchor set is. */
export function setFrequency(packs: readonly RulePack[], anchors: Matcher, sets: number): Float64Array {
  const frequency = new Float64Array(sets);
  const count = (texts: readonly FieldText[]): void => {
    const present = new Set<number>();
    for (const text of texts) for (const set of text.bySet(anchors).keys()) present.add(set);
    for (const set of present) frequency[set]! += 1;
    returnStreams();
  };
  for (const pack of packs) {
    for (const text of pack.ordinary) count([new FieldText('title', 'title', text)]);
    for (const rule of pack.rules)
      for (const example of rule.examples.negative)
        count(fieldTexts(typeof example === 'string' ? { id: '', title: example } : { id: '', ...example }));
  }
  return frequency;
}
