// SPDX-License-Identifier: Apache-2.0
import type { Matcher } from '../compile/matcher.ts';
import { spellingOf } from '../compile/term-tables.ts';
import { foldNames } from '../fold/fold-kinds.ts';
import { type Finding, SEVERITIES, type Severity } from '../types.ts';
import { explain } from './explain.ts';
import type { Candidate } from './find-candidates.ts';
import { runTest, type Scene } from './run-test.ts';

const round = (value: number): number => Math.round(value * 100) / 100;
const lower = (a: Severity, b: Severity): Severity => (SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b);

/** How much a second sign of the same rule, or of another rule of the same label, takes of the remaining doubt. */
const SAME_RULE = 0.5;
const SAME_LABEL = 0.35;

/** Raises confidences by each other: one odd spelling may be chance, three in a listing are not. */
function corroborate(candidates: readonly Candidate[]): Map<Candidate, number> {
  const raised = new Map<Candidate, number>();
  for (const c of candidates) {
    let doubt = 1 - c.confidence;
    const seen = new Set<string>([`${c.text?.name} ${c.anchor?.start}`]);
    const spellings = new Set<string>([c.text?.text.slice(c.anchor?.start, c.anchor?.end) ?? '']);
    for (const other of candidates) {
      if (
        other === c ||
        other.rule.rule.label !== c.rule.rule.label ||
        other.anchor === null ||
        other.text === null
      )
        continue;
      if (
        c.text === other.text &&
        c.anchor !== null &&
        other.anchor.start < c.anchor.end &&
        c.anchor.start < other.anchor.end
      )
        continue;
      const place = `${other.text.name} ${other.anchor.start}`;
      const spelling = other.text.text.slice(other.anchor.start, other.anchor.end);
      if (seen.has(place) || spellings.has(spelling)) continue;
      seen.add(place);
      spellings.add(spelling);
      doubt *= 1 - other.confidence * (other.rule === c.rule ? SAME_RULE : SAME_LABEL);
    }
    raised.set(c, Math.min(Math.max(c.confidence, 0.99), 1 - doubt));
  }
  return raised;
}

/** Basis rows in force on the day, of a certainty that may be cited (interfaces.md: A or B). */
function basisOn(candidate: Candidate, day: string): Finding['basis'] {
  return candidate.rule.rule.basis
    .filter(
      (b) =>
        (b.certainty === 'A' || b.certainty === 'B') &&
        (b.from == null || b.from <= day) &&
        (b.to == null || b.to >= day),
    )
    .map(({ instrument, article, certainty }) => ({ instrument, article, certainty }));
}

/** What is left of a finding beside one of a label that its rule yields to. */
export const YIELDED = 0.45;
const STANDS_FIRM = 0.55;

/** The same thing is not held against a seller twice: where a rule yields to a label that is there, its finding gives none. */
function subordinate(findings: Finding[], candidates: readonly Candidate[]): Finding[] {
  const yields = new Map(candidates.map((c) => [c.rule.rule.id, c.rule.rule.yieldsTo ?? []]));
  const firm = new Set(
    findings.filter((f) => f.confidence >= STANDS_FIRM && f.severity !== 'info').map((f) => f.label),
  );
  for (const f of findings)
    if (yields.get(f.rule)!.some((label) => label !== f.label && firm.has(label)))
      f.confidence = Math.min(f.confidence, YIELDED);
  return findings;
}

/** What each fold counts against a place when the one to show is chosen. */
const FOLD_COST = 0.05;

/** Turns candidates into findings: the best of each rule and field, most telling first. */
export function makeFindings(
  candidates: readonly Candidate[],
  scene: Scene,
  anchors: Matcher,
  day: string,
): Finding[] {
  const confidence = corroborate(candidates);
  const best = new Map<string, Candidate>();
  const surest = new Map<string, number>();
  const keyOf = (c: Candidate) => `${c.rule.rule.id} ${c.text?.name ?? 'originalPrice'}`;
  // A word as it stands is a better proof than one read through folds, unless it is clearly the weaker one.
  const worth = (c: Candidate) => confidence.get(c)! - FOLD_COST * foldNames(c.anchor?.folds ?? 0).length;
  const length = (c: Candidate) => (c.anchor === null ? 0 : c.anchor.end - c.anchor.start);
  for (const c of candidates) {
    const key = keyOf(c);
    const other = best.get(key);
    surest.set(key, Math.max(surest.get(key) ?? 0, confidence.get(c)!));
    const better =
      other === undefined ||
      worth(c) > worth(other) ||
      (worth(c) === worth(other) && length(c) > length(other));
    if (better) best.set(key, c);
  }
  const findings = [...best.values()].map((c): Finding => {
    const { rule } = c.rule;
    let severity = rule.severity;
    // The place shown is the plainest; how sure the rule is comes from all of them.
    let sure = surest.get(keyOf(c))!;
    const here: Scene = { ...scene, text: c.text, anchor: c.anchor };
    for (const adjust of c.rule.adjust) {
      if (!runTest(adjust.test, here)) continue;
      severity = adjust.severity ?? severity;
      sure = Math.min(1, sure * adjust.confidence);
    }
    const basis = basisOn(c, day);
    if (basis.length === 0) severity = lower(severity, 'slight');
    const field = c.text?.name ?? 'originalPrice';
    const whole = c.text?.text ?? String(scene.listing.originalPrice ?? '');
    const start = c.anchor?.start ?? 0;
    const end = c.anchor?.end ?? whole.length;
    const text = whole.slice(start, end);
    const folds = foldNames(c.anchor?.folds ?? 0);
    const term = c.anchor === null || c.anchor.term === -1 ? null : spellingOf(anchors.terms, c.anchor.term);
    const { why, whyEn } = explain({
      field,
      text,
      term,
      folds,
      title: rule.title,
      reason: c.reason,
      unverified: basis.length === 0,
    });
    return {
      rule: rule.id,
      label: rule.label,
      severity,
      confidence: round(sure),
      field,
      start,
      end,
      text,
      folds,
      why,
      whyEn,
      basis,
    };
  });
  return subordinate(findings, candidates).sort(
    (a, b) =>
      SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) ||
      b.confidence - a.confidence ||
      (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.start - b.start),
  );
}
