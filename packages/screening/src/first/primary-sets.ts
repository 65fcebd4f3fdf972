// SPDX-License-Identifier: Apache-2.0
import type { CompiledClause, CompiledRule } from '../compile/compile-rules.ts';

/** The groups of anchor sets of which one must be in a listing for the clause to hold, whichever group one takes. */
function groupsOf(clause: CompiledClause, frequency: ArrayLike<number>): number[][] {
  const { by, formula } = clause;
  const groups = [...formula.needs];
  if (by.kind === 'signs') {
    // The commonest signs alone do not reach the threshold: one of the others must be there.
    const signs = [...formula.signs].sort((a, b) => frequency[b.set]! - frequency[a.set]!);
    let sum = 0;
    let left = 0;
    while (left < signs.length && sum + signs[left]!.weight < formula.threshold - 1e-9)
      sum += signs[left++]!.weight;
    groups.push(signs.slice(left).map((s) => s.set));
  }
  return groups;
}

/**
 * Of each clause the group of sets that is rarest in ordinary listings: looking for these alone, no listing is missed in
 * which the clause might hold.
 * @param frequency in how many ordinary listings each set is
 */
export function choosePrimary(rules: readonly CompiledRule[], frequency: ArrayLike<number>): void {
  const cost = (group: readonly number[]): number =>
    group.reduce((sum, set) => sum + frequency[set]! + 0.01, 0);
  for (const { clauses } of rules)
    for (const clause of clauses)
      if (clause.by.kind !== 'price')
        clause.formula.first = groupsOf(clause, frequency).sort((a, b) => cost(a) - cost(b))[0] ?? [];
}
