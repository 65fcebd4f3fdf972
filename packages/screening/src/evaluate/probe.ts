// SPDX-License-Identifier: Apache-2.0
import { type CompiledClause, type CompiledRule, formulaHolds } from '../compile/compile-rules.ts';
import { FirstLook } from '../first/first-look.ts';
import type { FirstTables } from '../first/first-tables.ts';
import type { Spelled } from '../match/spelled.ts';

/**
 * Tells, from the texts of a listing alone and without making anything of them, whether a rule could have a finding in it:
 * `begin`, then have `look` look at each text, then ask `isWorthwhile`. A no is sure.
 */
export interface Probe {
  begin(): void;
  readonly look: FirstLook;
  isWorthwhile(): boolean;
  /** The rules that could have a finding, with the clauses that could hold. */
  alive(visit: (rule: CompiledRule, clause: CompiledClause) => void): void;
}

/** Makes the probe of compiled rules. */
export function makeProbe(
  rules: readonly CompiledRule[],
  spelled: Spelled,
  first: FirstTables,
  sets: number,
): Probe {
  const clauses: { rule: CompiledRule; clause: CompiledClause }[][] = Array.from({ length: sets }, () => []);
  for (const rule of rules)
    for (const clause of rule.clauses)
      for (const set of clause.formula.first) clauses[set]!.push({ rule, clause });
  const leads = Uint8Array.from(clauses, (list) => (list.length > 0 ? 1 : 0));
  // A set was seen in this listing when its stamp is the listing's number.
  const seen = new Uint32Array(sets);
  const touched: number[] = [];
  let listing = 0;
  const look = new FirstLook(spelled, first, (set) => {
    if (seen[set] === listing) return;
    seen[set] = listing;
    if (leads[set] === 1) touched.push(set);
  });
  const has = (set: number): boolean => seen[set] === listing;
  return {
    look,
    begin() {
      touched.length = 0;
      if (++listing > 0xfffffff0) {
        seen.fill(0);
        listing = 1;
      }
    },
    isWorthwhile() {
      for (const set of touched)
        for (const { clause } of clauses[set]!) if (formulaHolds(clause.formula, has)) return true;
      return false;
    },
    alive(visit) {
      for (const set of touched)
        for (const { rule, clause } of clauses[set]!)
          if (formulaHolds(clause.formula, has)) visit(rule, clause);
    },
  };
}
