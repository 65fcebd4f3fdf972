// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { canonicalJson } from '@yiwang/kernel';
import { readVenuePacks } from '@yiwang/rules';
import { parseVenuePacks, type VenuePack, type VenueRule } from '@yiwang/screening';

export interface VenueRules {
  packs: readonly VenuePack[];
  /** Digest of the packs: what a hit was judged by. */
  version: string;
  rule(id: string): VenueRule | undefined;
}

let read: VenueRules | null = null;

/** The rules about venues of this installation, read once a process. */
export function loadVenueRules(): VenueRules {
  if (read === null) {
    const json = readVenuePacks();
    const packs = parseVenuePacks(json);
    const byId = new Map(packs.flatMap((pack) => pack.rules.map((rule) => [rule.id, rule] as const)));
    read = {
      packs,
      version: createHash('sha256').update(canonicalJson(json)).digest('hex').slice(0, 16),
      rule: (id) => byId.get(id),
    };
  }
  return read;
}
