// SPDX-License-Identifier: Apache-2.0
import { LABEL_CONFIDENCE } from '../engine.ts';
import type { ExampleFault } from '../packs/test-rules.ts';
import { evaluateVenue } from './evaluate-venue.ts';
import { factsOfExample } from './parse-venue-packs.ts';
import type { VenuePack } from './types.ts';

/**
 * Runs every venue rule's own examples: a positive must give a finding of that rule that counts, a negative none.
 * Gives the number of examples and those that fail.
 */
export function testVenueRules(
  packs: readonly VenuePack[],
  only?: (rule: string, pack: string) => boolean,
): { examples: number; faults: ExampleFault[] } {
  const faults: ExampleFault[] = [];
  let examples = 0;
  for (const pack of packs)
    for (const rule of pack.rules) {
      if (only !== undefined && !only(rule.id, pack.pack)) continue;
      for (const side of ['positive', 'negative'] as const)
        rule.examples[side].forEach((example, i) => {
          examples++;
          const { findings } = evaluateVenue(packs, factsOfExample(example));
          const own = findings.filter(
            (one) =>
              one.rule === rule.id &&
              one.confidence >= LABEL_CONFIDENCE &&
              (one.severity !== 'info' || rule.severity === 'info'),
          );
          if (own.length > 0 === (side === 'positive')) return;
          const found = (side === 'positive' ? findings : own).map((one) => ({
            rule: one.rule,
            text: one.text,
            confidence: one.confidence,
            folds: one.folds,
          }));
          faults.push({ pack: pack.pack, rule: rule.id, side, index: i + 1, title: example.note, found });
        });
    }
  return { examples, faults };
}
