// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { canonicalJson } from '@yiwang/kernel';
import { readPacks } from '@yiwang/rules';
import { compileEngine, type Engine, parsePacks, type Rule } from '@yiwang/screening';
import { loadVenueRules } from '../venue-checks/venue-rules.ts';

export interface Rules {
  engine: Engine;
  /** Digest of the packs: what a hit was judged by, and whether an unchanged page must be judged again. */
  version: string;
  rule(id: string): Rule | undefined;
}

let compiled: Rules | null = null;

/** The packs of this installation, compiled once a process. */
export function loadRules(): Rules {
  if (compiled === null) {
    const json = readPacks();
    const engine = compileEngine(parsePacks(json));
    const byId = new Map(engine.rules.map((info) => [info.rule.id, info.rule]));
    compiled = {
      engine,
      version: createHash('sha256').update(canonicalJson(json)).digest('hex').slice(0, 16),
      rule: (id) => byId.get(id),
    };
  }
  return compiled;
}

/** Title of a rule, also of one that the packs no longer hold. */
export const ruleTitle = (id: string): { zh: string; en: string } =>
  loadRules().rule(id)?.title ?? loadVenueRules().rule(id)?.title ?? { zh: id, en: id };
