// SPDX-License-Identifier: Apache-2.0

/** A finding that an officer judged. */
export interface JudgedFinding {
  features: ReadonlyMap<string, number>;
  right: boolean;
  /** What the rule itself said, 0–1. */
  confidence: number;
}

/** The model of one rule: a weighted sum, printed whole. */
export interface RankModel {
  rule: string;
  /** Verdicts it was made from, and how many of them agreed with the rule. */
  verdicts: number;
  right: number;
  intercept: number;
  /** By name; a feature that is not named weighs nothing. */
  weights: Record<string, number>;
  /** In how many verdicts each named feature was. */
  seen: Record<string, number>;
  /** Mean log loss on verdicts that the model had not seen (five parts, each judged by the other four), and of the bare share of right ones. */
  loss: number;
  baseLoss: number;
  /** Mean of what was said of right and of wrong findings: by the rule before, by the model after. */
  said: { rightBefore: number; rightAfter: number; wrongBefore: number; wrongAfter: number };
  /** Whether it takes over: it told verdicts it had not seen better than their bare share does. */
  applied: boolean;
}

/** A model takes over from this many verdicts on (issue 4). */
export const ENOUGH_VERDICTS = 200;
/** A feature is named from this many verdicts on. */
const ENOUGH_SEEN = 8;
const ROUNDS = 200;
const RIDGE = 2;
const PARTS = 5;

const sigmoid = (z: number): number => 1 / (1 + Math.exp(-z));
const clamp = (p: number): number => Math.min(0.999, Math.max(0.001, p));
const lossOf = (p: number, right: boolean): number => -Math.log(right ? clamp(p) : 1 - clamp(p));
const mean = (list: readonly number[]): number =>
  list.length === 0 ? 0 : list.reduce((sum, x) => sum + x, 0) / list.length;
const round = (x: number): number => Math.round(x * 10_000) / 10_000;

interface Line {
  intercept: number;
  weights: Map<string, number>;
}

/** Ridge logistic regression by coordinate-wise Newton steps in a fixed order: the same verdicts give the same weights. */
function fit(samples: readonly JudgedFinding[], names: readonly string[]): Line {
  const share = (samples.filter((s) => s.right).length + 1) / (samples.length + 2);
  const line: Line = { intercept: Math.log(share / (1 - share)), weights: new Map(names.map((n) => [n, 0])) };
  const having = new Map(names.map((n) => [n, [] as [number, number][]]));
  samples.forEach((s, i) => {
    for (const [name, value] of s.features) if (value !== 0) having.get(name)?.push([i, value]);
  });
  const z = new Float64Array(samples.length).fill(line.intercept);
  for (let turn = 0; turn < ROUNDS; turn++) {
    let moved = 0;
    let slope = 0;
    let bend = 1e-6;
    for (let i = 0; i < z.length; i++) {
      const p = sigmoid(z[i]!);
      slope += (samples[i]!.right ? 1 : 0) - p;
      bend += p * (1 - p);
    }
    const shift = Math.max(-1, Math.min(1, slope / bend));
    line.intercept += shift;
    for (let i = 0; i < z.length; i++) z[i]! += shift;
    moved += Math.abs(shift);
    for (const [name, rows] of having) {
      const weight = line.weights.get(name)!;
      slope = -RIDGE * weight;
      bend = RIDGE;
      for (const [i, value] of rows) {
        const p = sigmoid(z[i]!);
        slope += ((samples[i]!.right ? 1 : 0) - p) * value;
        bend += p * (1 - p) * value * value;
      }
      const step = Math.max(-1, Math.min(1, slope / bend));
      line.weights.set(name, weight + step);
      for (const [i, value] of rows) z[i]! += step * value;
      moved += Math.abs(step);
    }
    if (moved < 1e-4) break;
  }
  return line;
}

function say(line: Line, features: ReadonlyMap<string, number>): number {
  let z = line.intercept;
  for (const [name, value] of features) z += (line.weights.get(name) ?? 0) * value;
  return sigmoid(z);
}

/**
 * The model of a rule from officers' verdicts, oldest first; null below `ENOUGH_VERDICTS` or while all say the same.
 * It only takes over (`applied`) where it tells unseen verdicts better than their bare share.
 */
export function trainRank(rule: string, samples: readonly JudgedFinding[]): RankModel | null {
  const right = samples.filter((s) => s.right).length;
  if (samples.length < ENOUGH_VERDICTS || right < PARTS || samples.length - right < PARTS) return null;
  const seen = new Map<string, number>();
  for (const s of samples) for (const name of s.features.keys()) seen.set(name, (seen.get(name) ?? 0) + 1);
  const names = [...seen]
    .filter(([, n]) => n >= ENOUGH_SEEN)
    .map(([name]) => name)
    .sort();
  let loss = 0;
  let baseLoss = 0;
  const unseen: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    const known = samples.filter((_, i) => i % PARTS !== part);
    const line = fit(known, names);
    const share = known.filter((s) => s.right).length / known.length;
    samples.forEach((s, i) => {
      if (i % PARTS !== part) return;
      const p = say(line, s.features);
      unseen[i] = p;
      loss += lossOf(p, s.right);
      baseLoss += lossOf(share, s.right);
    });
  }
  const line = fit(samples, names);
  const of = (isRight: boolean, what: (s: JudgedFinding, i: number) => number): number =>
    round(mean(samples.flatMap((s, i) => (s.right === isRight ? [what(s, i)] : []))));
  const after = (_: JudgedFinding, i: number): number => unseen[i]!;
  const before = (s: JudgedFinding): number => s.confidence;
  return {
    rule,
    verdicts: samples.length,
    right,
    intercept: round(line.intercept),
    weights: Object.fromEntries([...line.weights].map(([name, weight]) => [name, round(weight)])),
    seen: Object.fromEntries(names.map((name) => [name, seen.get(name)!])),
    loss: round(loss / samples.length),
    baseLoss: round(baseLoss / samples.length),
    said: {
      rightBefore: of(true, before),
      rightAfter: of(true, after),
      wrongBefore: of(false, before),
      wrongAfter: of(false, after),
    },
    applied: loss < baseLoss * 0.98,
  };
}

/** How likely a finding is right, by a model. */
export const rankOf = (model: RankModel, features: ReadonlyMap<string, number>): number =>
  say({ intercept: model.intercept, weights: new Map(Object.entries(model.weights)) }, features);
