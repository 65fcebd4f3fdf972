// SPDX-License-Identifier: Apache-2.0
import { compileEngine, LABEL_CONFIDENCE } from '../engine.ts';
import { YIELDED } from '../evaluate/make-findings.ts';
import type { Example, ListingInput, RulePack } from '../types.ts';

export interface ExampleFault {
  pack: string;
  rule: string;
  side: 'positive' | 'negative';
  /** 1-based. */
  index: number;
  title: string;
  /** What was found of this rule, for a negative; what of others, for a positive. */
  found: { rule: string; text: string; confidence: number; folds: string[] }[];
}

const listingOf = (example: Example): ListingInput =>
  typeof example === 'string' ? { id: 'example', title: example } : { id: 'example', ...example };

/**
 * Runs every rule's own examples through an engine of all packs: a positive must give a finding of that rule that counts
 * for a label, a negative none. Gives the number of examples and those that fail.
 */
export function testRules(
  packs: readonly RulePack[],
  options: { today: string; only?: (rule: string, pack: string) => boolean },
): { examples: number; faults: ExampleFault[] } {
  const engine = compileEngine(packs, { today: options.today });
  const faults: ExampleFault[] = [];
  let examples = 0;
  for (const pack of packs)
    for (const rule of pack.rules) {
      if (options.only !== undefined && !options.only(rule.id, pack.pack)) continue;
      for (const side of ['positive', 'negative'] as const)
        rule.examples[side].forEach((example, i) => {
          examples++;
          const listing = listingOf(example);
          const { findings, shadow, labels } = engine.screen(
            pack.region === undefined ? listing : { region: pack.region, ...listing },
          );
          const all = [...findings, ...(shadow ?? [])];
          const yielded = rule.yieldsTo?.some((label) => labels.includes(label)) ?? false;
          const own = all.filter(
            (f) =>
              f.rule === rule.id &&
              // A rule that yields has found its own all the same.
              f.confidence >= (yielded && side === 'positive' ? YIELDED : LABEL_CONFIDENCE) &&
              (f.severity !== 'info' || rule.severity === 'info'),
          );
          if (own.length > 0 === (side === 'positive')) return;
          const found = (side === 'positive' ? all : own).map(({ rule: r, text, confidence, folds }) => ({
            rule: r,
            text,
            confidence,
            folds,
          }));
          faults.push({ pack: pack.pack, rule: rule.id, side, index: i + 1, title: listing.title, found });
        });
    }
  return { examples, faults };
}
