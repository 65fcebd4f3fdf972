// SPDX-License-Identifier: Apache-2.0
import type { Finding, Severity } from '../types.ts';

/** How much of an officer's attention a certain finding of each severity claims. A setting, not law. */
const CLAIM: Record<Severity, number> = { info: 0.05, slight: 0.35, serious: 0.75, major: 0.95 };

/** One number, 0–1, to sort listings by: what all findings together claim, each as far as it is believed (0–1). */
export function riskOf(findings: readonly Finding[], belief: (finding: Finding) => number): number {
  let rest = 1;
  for (const f of findings) rest *= 1 - Math.min(1, CLAIM[f.severity] * belief(f));
  return Math.round((1 - rest) * 1000) / 1000;
}
