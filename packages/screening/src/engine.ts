// SPDX-License-Identifier: Apache-2.0
import {
  anchorSetsOf,
  type CompiledClause,
  type CompiledRule,
  contextSetsOf,
} from './compile/compile-rules.ts';
import { type CompiledPacks, compilePacks } from './compile/compiled.ts';
import { type Candidate, findCandidates } from './evaluate/find-candidates.ts';
import { type FieldText, fieldTexts, returnStreams } from './evaluate/listing-text.ts';
import { makeFindings } from './evaluate/make-findings.ts';
import { makeProbe, type Probe } from './evaluate/probe.ts';
import { riskOf } from './evaluate/risk.ts';
import type { Scene } from './evaluate/run-test.ts';
import { WantedSets } from './match/wanted.ts';
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
  /** Runs every rule on every text, without the quick look before: many times dearer, for proving that the look loses nothing. */
  thorough?: boolean;
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

  // Rules on prices need no words; of the others only those that the quick look lets through are run, and only the terms
  // that these ask for are judged.
  const always = rules.filter((rule) => rule.clauses.some(({ by }) => by.kind === 'price'));
  const probe = makeProbe(rules, anchors.spelled, compiled.first, anchorSets);
  const order = new Map(rules.map((rule, i) => [rule, i]));
  const contextsOf = new Map<CompiledRule, Set<number>>();
  const wantedAnchors = new WantedSets(anchorSets);
  const wantedContexts = new WantedSets(compiled.contextSets);
  const wanted = new Map([
    [anchors, wantedAnchors],
    [contexts, wantedContexts],
  ]);
  const anchorsOf = new Map<CompiledClause, number[]>();
  const remember = <K, V>(map: Map<K, V>, key: K, make: (key: K) => V): V => {
    const known = map.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    map.set(key, made);
    return made;
  };

  /** The rules to run on these texts. */
  const rulesFor = (texts: readonly FieldText[]): readonly CompiledRule[] => {
    if (options.thorough === true) return rules;
    probe.begin();
    for (const { text } of texts) probe.look.look(probe.look.load(text));
    wantedAnchors.clear();
    wantedContexts.clear();
    const run = new Set<CompiledRule>(always);
    probe.alive((rule, clause) => {
      run.add(rule);
      for (const set of remember(anchorsOf, clause, anchorSetsOf)) wantedAnchors.add(set);
    });
    for (const rule of run)
      for (const set of remember(contextsOf, rule, contextSetsOf)) wantedContexts.add(set);
    return [...run].sort((a, b) => order.get(a)! - order.get(b)!);
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
    const texts = fieldTexts(listing, options.thorough === true ? undefined : wanted);
    const scene: Scene = { listing, source, texts, contexts, text: null, anchor: null };
    const shownBy: Candidate[] = [];
    const shadowed: Candidate[] = [];
    for (const rule of rulesFor(texts))
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
