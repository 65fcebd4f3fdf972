// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine.ts';
import type { ListingInput } from '../types.ts';

/** A listing with what an inspector says of it. */
export interface LabelledListing extends ListingInput {
  labels: string[];
  /** How it is disguised; `none` or absent when it is not. */
  evasion?: string | null;
  /** A lawful listing with suspicious words. */
  hard?: boolean | null;
}

export interface Score {
  /** Labels an inspector gave and the engine too; gave but the engine did not; the engine gave alone. */
  hit: number;
  missed: number;
  wrong: number;
  precision: number | null;
  recall: number | null;
}

export interface Scorecard {
  rows: number;
  all: Score;
  byLabel: Record<string, Score>;
  /** Recall only: a wrong label has no disguise. */
  byEvasion: Record<string, { hit: number; missed: number; recall: number | null }>;
  /** Findings that gave a label, by rule: right and wrong. */
  byRule: Record<string, { right: number; wrong: number; precision: number | null }>;
  hard: { rows: number; flagged: number; share: number | null };
  mistakes: { id: string; title: string; missed: string[]; wrong: string[] }[];
}

const share = (part: number, of: number): number | null =>
  of === 0 ? null : Math.round((part / of) * 10_000) / 10_000;

const score = (hit: number, missed: number, wrong: number): Score => ({
  hit,
  missed,
  wrong,
  precision: share(hit, hit + wrong),
  recall: share(hit, hit + missed),
});

const add = (counts: number[], at: number): void => {
  counts[at] = (counts[at] ?? 0) + 1;
};

/** Screens labelled listings and counts; labels the engine has no rule for are left out of account. */
export function scoreRules(engine: Engine, listings: Iterable<LabelledListing>): Scorecard {
  const judged = new Set(engine.rules.map((r) => r.rule.label));
  const labels = new Map<string, [number, number, number]>();
  const evasions = new Map<string, [number, number]>();
  const rules = new Map<string, [number, number]>();
  const of = <T>(map: Map<string, T>, key: string, fresh: T): T => {
    const known = map.get(key) ?? fresh;
    map.set(key, known);
    return known;
  };
  const card: Scorecard = {
    rows: 0,
    all: score(0, 0, 0),
    byLabel: {},
    byEvasion: {},
    byRule: {},
    hard: { rows: 0, flagged: 0, share: null },
    mistakes: [],
  };
  for (const listing of listings) {
    card.rows++;
    const wanted = listing.labels.filter((l) => judged.has(l));
    const result = engine.screen(listing);
    const missed = wanted.filter((l) => !result.labels.includes(l));
    const wrong = result.labels.filter((l) => !listing.labels.includes(l));
    for (const l of wanted) add(of(labels, l, [0, 0, 0]), missed.includes(l) ? 1 : 0);
    for (const l of wrong) add(of(labels, l, [0, 0, 0]), 2);
    for (const l of wanted) add(of(evasions, listing.evasion ?? 'none', [0, 0]), missed.includes(l) ? 1 : 0);
    for (const f of result.findings)
      if (result.labels.includes(f.label) && f.confidence >= 0.5)
        add(of(rules, f.rule, [0, 0]), listing.labels.includes(f.label) ? 0 : 1);
    if (listing.hard === true) {
      card.hard.rows++;
      if (result.labels.length > 0) card.hard.flagged++;
    }
    if (missed.length + wrong.length > 0)
      card.mistakes.push({ id: listing.id, title: listing.title, missed, wrong });
  }
  const total: [number, number, number] = [0, 0, 0];
  for (const [label, [hit, missed, wrong]] of [...labels].sort()) {
    card.byLabel[label] = score(hit, missed, wrong);
    total[0] += hit;
    total[1] += missed;
    total[2] += wrong;
  }
  card.all = score(...total);
  for (const [evasion, [hit, missed]] of [...evasions].sort())
    card.byEvasion[evasion] = { hit, missed, recall: share(hit, hit + missed) };
  for (const [rule, [right, wrong]] of [...rules].sort())
    card.byRule[rule] = { right, wrong, precision: share(right, right + wrong) };
  card.hard.share = share(card.hard.flagged, card.hard.rows);
  return card;
}
