// SPDX-License-Identifier: Apache-2.0
import { createTrapGuard, type TrapGuard } from '@yiwang/collector';

/** What one patrol has learned about the kinds of address of its site, and what it has seen there. */
export interface PatrolTrap {
  guard: TrapGuard;
  /** How many of these keys this patrol meets for the first time. */
  fresh(keys: Iterable<string>): number;
}

export interface PatrolTraps {
  of(patrolId: string): PatrolTrap;
}

const MAX_PATROLS = 200;
const MAX_SEEN = 500_000;

/**
 * Budgets by value (see `createTrapGuard`), one for each patrol, in the memory of this process: a second process, or one
 * that was started again, learns for itself; nothing but a few vain visits depends on it.
 */
export function createPatrolTraps(): PatrolTraps {
  const traps = new Map<string, PatrolTrap>();
  return {
    of(patrolId) {
      const known = traps.get(patrolId);
      if (known !== undefined) return known;
      const seen = new Set<string>();
      const trap: PatrolTrap = {
        guard: createTrapGuard(),
        fresh(keys) {
          if (seen.size > MAX_SEEN) seen.clear();
          const before = seen.size;
          for (const key of keys) seen.add(key);
          return seen.size - before;
        },
      };
      traps.set(patrolId, trap);
      if (traps.size > MAX_PATROLS) traps.delete(traps.keys().next().value!);
      return trap;
    },
  };
}
