// SPDX-License-Identifier: Apache-2.0
import { type CompiledRule, type Formula, formulaHolds } from './compile/compile-rules.ts';
import { type CompiledPacks, compilePacks } from './compile/compiled.ts';
import { type Candidate, findCandidates } from './evaluate/find-candidates.ts';
import { fieldTexts, returnStreams } from './evaluate/listing-text.ts';
import { makeFindings } from './evaluate/make-findings.ts';
import { makeProbe, type Probe } from './evaluate/probe.ts';
import { riskOf } from './evaluate/risk.ts';
import type { Scene } from './evaluate/run-test.ts';
import { featuresOf } from './rank/features.ts';
import { type RankModel, rankOf } from './rank/train-rank.ts';
import {
  type Finding,
  type ListingInput,
  type Rule,
  type RulePack,
  type ScreenResult,
  SOURCES,
  type Source,
} from './types.ts';

export interface RuleInfo {
  rule: Rule;
  pack: string;
  mode: 'on' | 'shadow';
}

export interface EngineOptions {
  /** The day used where a listing tells none, `YYYY-MM-DD`; the caller's clock gives it. Without it such listings are judged by the newest law. */
  today?: string;
  /** Rule weights from measured precision, by rule id; they replace the packs' own. */
  weights?: Record<string, number>;
}

/** What verdicts have taught since the packs were compiled; see `ruleWeight` and `trainRank`. */
export interface Learned {
  /** Rule weights from measured precision, by rule id. */
  weights: Readonly<Record<string, number>>;
  /** Models of rules with enough verdicts, by rule id; only those that are `applied` count. */
  models: Readonly<Record<string, RankModel>>;
}

export interface Engine {
  /** @param learned weighs the findings in `risk`; findings and labels do not depend on it */
  screen(listing: ListingInput, learned?: Learned): ScreenResult;
  /** The quick look that spares most listings everything else. */
  readonly probe: Probe;
  /** Whether a rule looks at price histories. */
  readonly judgesPrices: boolean;
  readonly rules: readonly RuleInfo[];
}

/** A label is given from this confidence on (interfaces.md). */
export const LABEL_CONFIDENCE = 0.5;

/** FNV-1a over the id: the same listing is always in or out of a pack's share of traffic. */
function shareOf(id: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) h = Math.imul(h ^ id.charCodeAt(i), 0x01000193);
  return (h >>> 0) / 0x1_0000_0000;
}

function dayOf(listing: ListingInput, today: string): string {
  if (typeof listing.observedOn === 'string' && listing.observedOn !== '')
    return listing.observedOn.slice(0, 10);
  let last = '';
  if (Array.isArray(listing.priceHistory))
    for (const entry of listing.priceHistory as unknown[])
      if (Array.isArray(entry) && typeof entry[0] === 'string' && entry[0] > last) last = entry[0];
  return last === '' ? today : last.slice(0, 10);
}

function applies(
  { rule, pack, sources }: CompiledRule,
  listing: ListingInput,
  source: Source,
  day: string,
): boolean {
  if (!sources.includes(source)) return false;
  if (
    day < rule.inForce.from ||
    (rule.inForce.to !== null && rule.inForce.to !== undefined && day > rule.inForce.to)
  )
    return false;
  if (pack.region !== undefined && !(listing.region ?? '').startsWith(pack.region)) return false;
  return pack.share === undefined || shareOf(listing.id) < pack.share;
}

/** Compiles packs (from `parsePacks`) into an engine. */
export const compileEngine = (packs: readonly RulePack[], options: EngineOptions = {}): Engine =>
  engineOf(compilePacks(packs), options);

/** The engine of compiled packs. */
export function engineOf(compiled: CompiledPacks, options: EngineOptions = {}): Engine {
  const { rules, anchors, contexts, anchorSets } = compiled;
  const weights = new Map(rules.map((r) => [r.rule.id, options.weights?.[r.rule.id] ?? r.weight]));
  const today = options.today ?? '9999-12-31';

  // Only rules of which some clause has all the terms it asks for are run; those without terms always are.
  const bySet: { rule: CompiledRule; formula: Formula }[][] = Array.from({ length: anchorSets }, () => []);
  const always: CompiledRule[] = [];
  for (const rule of rules)
    for (const { by, formula } of rule.clauses) {
      if (by.kind === 'price') always.push(rule);
      else for (const set of formula.first) bySet[set]!.push({ rule, formula });
    }
  const order = new Map(rules.map((rule, i) => [rule, i]));
  const rulesFor = (scene: Scene): CompiledRule[] => {
    const present = new Set<number>();
    for (const text of scene.texts) for (const set of text.bySet(anchors).keys()) present.add(set);
    const has = (set: number): boolean => present.has(set);
    const wanted = new Set(always);
    for (const set of present)
      for (const { rule, formula } of bySet[set]!)
        if (!wanted.has(rule) && formulaHolds(formula, has)) wanted.add(rule);
    return [...wanted].sort((a, b) => order.get(a)! - order.get(b)!);
  };

  const belief = (f: Finding, all: readonly Finding[], listing: ListingInput, learned?: Learned): number => {
    const model = learned?.models[f.rule];
    if (model?.applied !== true)
      return f.confidence * (learned?.weights[f.rule] ?? 1) * (weights.get(f.rule) ?? 1);
    const beside = all.filter((other) => other !== f && other.rule === f.rule).length;
    const price = typeof listing.price === 'number' ? listing.price : null;
    return rankOf(model, featuresOf(f, { price, beside }));
  };

  const screen = (listing: ListingInput, learned?: Learned): ScreenResult => {
    const source = SOURCES.includes(listing.source as Source) ? (listing.source as Source) : 'listing';
    const day = dayOf(listing, today);
    returnStreams();
    const scene: Scene = { listing, source, texts: fieldTexts(listing), contexts, text: null, anchor: null };
    const shownBy: Candidate[] = [];
    const shadowed: Candidate[] = [];
    for (const rule of rulesFor(scene))
      if (applies(rule, listing, source, day))
        (rule.pack.mode === 'shadow' ? shadowed : shownBy).push(...findCandidates(rule, scene, anchors));
    const findings = makeFindings(shownBy, scene, anchors, day);
    const labels = [
      ...new Set(
        findings
          .filter((f) => f.severity !== 'info' && f.confidence >= LABEL_CONFIDENCE)
          .map((f: Finding) => f.label),
      ),
    ];
    const result: ScreenResult = {
      id: listing.id,
      labels,
      risk: riskOf(findings, (f) => belief(f, findings, listing, learned)),
      findings,
    };
    if (shadowed.length > 0) result.shadow = makeFindings(shadowed, scene, anchors, day);
    return result;
  };
  const probe = makeProbe(rules, anchors.spelled, compiled.first, anchorSets);
  return {
    screen,
    probe,
    judgesPrices: rules.some((r) => r.clauses.some((c) => c.by.kind === 'price')),
    rules: rules.map((r) => ({
      rule: r.rule,
      pack: r.pack.pack,
      mode: r.pack.mode === 'shadow' ? 'shadow' : 'on',
    })),
  };
}
