// SPDX-License-Identifier: Apache-2.0
import type {
  Clause,
  Condition,
  FoldLevel,
  PriceCheck,
  Rule,
  RulePack,
  Source,
  Terms,
  TextField,
} from '../types.ts';
import { TermTable } from './term-table.ts';

/** A condition with its term sets numbered (sets of the context matcher). */
export type Test =
  | { kind: 'near' | 'before' | 'after'; set: number; within: number; sameClause: boolean }
  | { kind: 'inside'; set: number }
  | { kind: 'field'; set: number }
  | { kind: 'listing'; set: number; in: readonly TextField[] | null }
  | { kind: 'price'; min: number; max: number }
  | { kind: 'attribute'; name: number; value: number }
  | { kind: 'number'; kinds: readonly string[] }
  | { kind: 'source'; of: readonly Source[] }
  | { kind: 'quoted'; what: 'title' | 'any' }
  | { kind: 'anchorIn'; of: readonly TextField[] }
  | { kind: 'folded'; is: boolean }
  | { kind: 'all' | 'any'; of: Test[] }
  | { kind: 'not'; of: Test };

/**
 * What must be in a listing for a clause to hold at all, in sets of the anchor matcher: of each list in `needs` one set;
 * of `signs` enough to reach the threshold.
 */
export interface Formula {
  needs: number[][];
  signs: { set: number; weight: number }[];
  /** What is still wanted of the signs with terms. */
  threshold: number;
  /** Without one of these the clause cannot hold: where to begin looking. */
  first: number[];
}

/** Whether what a clause asks for is there. */
export function formulaHolds({ needs, signs, threshold }: Formula, has: (set: number) => boolean): boolean {
  for (const alternatives of needs) if (!alternatives.some(has)) return false;
  if (signs.length === 0) return true;
  let sum = 0;
  for (const { set, weight } of signs) if (has(set)) sum += weight;
  // Weights are decimal fractions.
  return sum >= threshold - 1e-9;
}

/** The anchor sets that a clause may ask for. */
export function anchorSetsOf({ by, formula }: CompiledClause): number[] {
  const sets = [...formula.needs.flat(), ...formula.signs.map((s) => s.set)];
  if (by.kind === 'terms') sets.push(by.set);
  else if (by.kind === 'regex') sets.push(by.hints);
  return sets;
}

/** The context sets that a rule may ask for, in whatever clause. */
export function contextSetsOf(rule: CompiledRule): Set<number> {
  const sets = new Set<number>();
  const walk = (test: Test | null): void => {
    if (test === null) return;
    if (test.kind === 'all' || test.kind === 'any') test.of.forEach(walk);
    else if (test.kind === 'not') walk(test.of);
    else if (test.kind === 'attribute') {
      if (test.name !== -1) sets.add(test.name);
      if (test.value !== -1) sets.add(test.value);
    } else if ('set' in test) sets.add(test.set);
  };
  for (const { require, unless, by } of rule.clauses) {
    [...require, ...unless].forEach(walk);
    if (by.kind === 'signs') for (const sign of by.signs) walk(sign.test);
  }
  [...rule.require, ...rule.unless].forEach(walk);
  for (const { test } of rule.adjust) walk(test);
  return sets;
}

/** A clause with its anchors numbered (sets of the anchor matcher). */
export interface CompiledClause {
  confidence: number;
  require: Test[];
  unless: Test[];
  formula: Formula;
  by:
    | { kind: 'terms'; set: number }
    | { kind: 'regex'; hints: number; regex: string }
    | {
        kind: 'signs';
        signs: { set: number; in: readonly TextField[] | null; test: Test | null; weight: number }[];
        threshold: number;
      }
    | { kind: 'price'; check: PriceCheck };
}

export interface CompiledRule {
  rule: Rule;
  pack: Pick<RulePack, 'pack' | 'mode' | 'region' | 'share'>;
  sources: readonly Source[];
  fields: readonly TextField[];
  clauses: CompiledClause[];
  require: Test[];
  unless: Test[];
  adjust: { test: Test; severity?: Rule['severity']; confidence: number }[];
  weight: number;
}

const DEFAULT_SOURCES: readonly Source[] = ['listing', 'page', 'live'];
const DEFAULT_FIELDS: readonly TextField[] = ['title', 'description', 'ocrText', 'attributes'];
const DEFAULT_WITHIN = 12;

/** Numbers everything the rules name. Anchors and contexts go to two matchers: only anchors are looked for in every listing. */
export function compileRules(packs: readonly RulePack[]): {
  rules: CompiledRule[];
  anchors: TermTable;
  contexts: TermTable;
} {
  const anchors = new TermTable(packs);
  const contexts = new TermTable(packs);
  const named = new Map(packs.flatMap((p) => Object.entries(p.contexts)));
  const context = (terms: Terms): number => contexts.set(terms, 'cheap');

  const test = (c: Condition, depth = 0): Test => {
    if (typeof c === 'string') {
      const meant = named.get(c.slice(1));
      if (meant === undefined || depth > 16) return { kind: 'any', of: [] };
      return test(meant, depth + 1);
    }
    const close = (set: number, o: { within?: number; sameClause?: boolean }) => ({
      set,
      within: o.within ?? DEFAULT_WITHIN,
      sameClause: o.sameClause ?? false,
    });
    if ('near' in c) return { kind: 'near', ...close(context(c.near), c) };
    if ('before' in c) return { kind: 'before', ...close(context(c.before), c) };
    if ('after' in c) return { kind: 'after', ...close(context(c.after), c) };
    if ('inside' in c) return { kind: 'inside', set: context(c.inside) };
    if ('field' in c) return { kind: 'field', set: context(c.field) };
    if ('listing' in c) return { kind: 'listing', set: context(c.listing), in: c.in ?? null };
    if ('category' in c) return { kind: 'listing', set: context(c.category), in: ['category'] };
    if ('price' in c)
      return {
        kind: 'price',
        min: c.price.min ?? -Number.MAX_VALUE,
        max: c.price.max ?? Number.MAX_VALUE,
      };
    if ('attribute' in c)
      return {
        kind: 'attribute',
        name: c.attribute.name === undefined ? -1 : context(c.attribute.name),
        value: c.attribute.value === undefined ? -1 : context(c.attribute.value),
      };
    if ('number' in c) return { kind: 'number', kinds: typeof c.number === 'string' ? [c.number] : c.number };
    if ('source' in c) return { kind: 'source', of: c.source };
    if ('quoted' in c) return { kind: 'quoted', what: c.quoted };
    if ('anchorIn' in c) return { kind: 'anchorIn', of: c.anchorIn };
    if ('folded' in c) return { kind: 'folded', is: c.folded };
    if ('all' in c) return { kind: 'all', of: c.all.map((x) => test(x, depth + 1)) };
    if ('any' in c) return { kind: 'any', of: c.any.map((x) => test(x, depth + 1)) };
    return { kind: 'not', of: test(c.not, depth + 1) };
  };
  const tests = (list: readonly Condition[] | undefined): Test[] => (list ?? []).map((c) => test(c));

  // A necessary condition on the terms of a listing for a condition to hold, as a list of alternatives; [] says nothing.
  const needsOf = (c: Condition, depth = 0): number[][] => {
    if (typeof c === 'string') {
      const meant = named.get(c.slice(1));
      return meant === undefined || depth > 16 ? [] : needsOf(meant, depth + 1);
    }
    const need = (terms: Terms) => [[anchors.set(terms, 'cheap')]];
    if ('near' in c) return need(c.near);
    if ('before' in c) return need(c.before);
    if ('after' in c) return need(c.after);
    if ('inside' in c) return need(c.inside);
    if ('field' in c) return need(c.field);
    if ('listing' in c) return need(c.listing);
    if ('category' in c) return need(c.category);
    if ('all' in c) return c.all.flatMap((x) => needsOf(x, depth + 1));
    if ('any' in c) {
      const ways = c.any.map((x) => needsOf(x, depth + 1));
      return ways.length === 0 || ways.some((w) => w.length === 0) ? [] : [ways.flatMap((w) => w[0]!)];
    }
    return [];
  };

  const clause = (c: Clause, base: number, ruleNeeds: number[][]): CompiledClause => {
    const level: FoldLevel = 'fold' in c && c.fold !== undefined ? c.fold : 'auto';
    const needs = [...ruleNeeds, ...(c.require ?? []).flatMap((x) => needsOf(x))];
    const shared = {
      confidence: c.confidence ?? base,
      require: tests(c.require),
      unless: tests(c.unless),
      formula: { needs, signs: [], threshold: 0, first: [] } as Formula,
    };
    if ('terms' in c) {
      const set = anchors.set(c.terms, level);
      needs.push([set]);
      return { ...shared, by: { kind: 'terms', set } };
    }
    if ('regex' in c) {
      const hints = anchors.set(c.hints, 'cheap');
      needs.push([hints]);
      return { ...shared, by: { kind: 'regex', hints, regex: c.regex } };
    }
    if ('priceHistory' in c) return { ...shared, by: { kind: 'price', check: c.priceHistory } };
    const threshold = c.threshold ?? 1;
    const signs = c.signs.map((s) => ({
      set: s.terms === undefined ? -1 : anchors.set(s.terms, 'auto'),
      in: s.in ?? null,
      test: s.if === undefined ? null : test(s.if),
      weight: s.weight,
    }));
    let sure = 0;
    for (const s of signs) if (s.set === -1) sure += s.weight;
    shared.formula.signs = signs.filter((s) => s.set !== -1).map(({ set, weight }) => ({ set, weight }));
    shared.formula.threshold = threshold - sure;
    return { ...shared, by: { kind: 'signs', signs, threshold } };
  };

  const rules = packs
    .filter((p) => p.mode !== 'off')
    .flatMap((pack) =>
      pack.rules.map((rule): CompiledRule => {
        const defaults: Condition[] =
          rule.defaultContexts === false ? [] : ['#negation', '#quote'].filter((c) => named.has(c.slice(1)));
        return {
          rule,
          pack,
          sources: rule.sources ?? DEFAULT_SOURCES,
          fields: rule.fields ?? DEFAULT_FIELDS,
          clauses: rule.match.map((c) =>
            clause(
              c,
              rule.confidence ?? 0.9,
              (rule.require ?? []).flatMap((x) => needsOf(x)),
            ),
          ),
          require: tests(rule.require),
          unless: tests([...defaults, ...(rule.unless ?? [])]),
          adjust: (rule.adjust ?? []).map((a) => ({
            test: test(a.if),
            severity: a.severity,
            confidence: a.confidence ?? 1,
          })),
          weight: rule.weight ?? 1,
        };
      }),
    );
  return { rules, anchors, contexts };
}
