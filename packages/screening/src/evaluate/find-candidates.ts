// SPDX-License-Identifier: Apache-2.0
import { RE2JS } from 're2js';
import type { CompiledClause, CompiledRule } from '../compile/compile-rules.ts';
import type { Matcher } from '../compile/matcher.ts';
import { foldFactor } from '../fold/fold-kinds.ts';
import type { Hit } from '../match/hit.ts';
import type { FieldText } from './listing-text.ts';
import { checkPrice } from './price-check.ts';
import { runTest, type Scene } from './run-test.ts';

const expressions = new Map<string, RE2JS>();

/** Compiled when first needed: compiling is dear, and most expressions are never reached. */
function expression(source: string): RE2JS {
  let known = expressions.get(source);
  if (known === undefined) {
    known = RE2JS.compile(source);
    expressions.set(source, known);
  }
  return known;
}

/** A clause that holds at a place, before severity, basis and the listing's other findings are looked at. */
export interface Candidate {
  rule: CompiledRule;
  text: FieldText | null;
  anchor: Hit | null;
  confidence: number;
  /** Said instead of the plain sentence, for price rules. */
  reason?: { zh: string; en: string };
}

const at = (scene: Scene, text: FieldText, anchor: Hit): Scene => ({ ...scene, text, anchor });

function holds(rule: CompiledRule, clause: CompiledClause, scene: Scene): boolean {
  return (
    clause.require.every((t) => runTest(t, scene)) &&
    rule.require.every((t) => runTest(t, scene)) &&
    !clause.unless.some((t) => runTest(t, scene)) &&
    !rule.unless.some((t) => runTest(t, scene))
  );
}

function* places(
  clause: CompiledClause,
  rule: CompiledRule,
  scene: Scene,
  anchors: Matcher,
): Generator<[FieldText, Hit]> {
  for (const text of scene.texts) {
    if (!rule.fields.includes(text.field)) continue;
    if (clause.by.kind === 'terms') {
      for (const hit of text.bySet(anchors).get(clause.by.set) ?? []) yield [text, hit];
    } else if (clause.by.kind === 'regex' && text.bySet(anchors).has(clause.by.hints)) {
      const found = expression(clause.by.regex).matcher(text.light);
      while (found.find()) {
        const [start, end] = [found.start(), found.end()];
        if (end > start) yield [text, { term: -1, start, end, folds: 0, factor: 1 }];
      }
    }
  }
}

function* signs(
  rule: CompiledRule,
  clause: CompiledClause,
  scene: Scene,
  anchors: Matcher,
): Generator<Candidate> {
  if (clause.by.kind !== 'signs') return;
  let total = 0;
  let factor = 1;
  let first: [FieldText, Hit, number] | null = null;
  for (const sign of clause.by.signs) {
    if (sign.test !== null && !runTest(sign.test, scene)) continue;
    if (sign.set === -1) {
      total += sign.weight;
      continue;
    }
    let best: [FieldText, Hit] | null = null;
    for (const text of scene.texts) {
      if (!(sign.in ?? rule.fields).includes(text.field)) continue;
      for (const hit of text.bySet(anchors).get(sign.set) ?? []) {
        const here = at(scene, text, hit);
        // A sign that is denied or quoted is none.
        if (rule.unless.some((t) => runTest(t, here)) || clause.unless.some((t) => runTest(t, here)))
          continue;
        if (best === null || hit.factor * foldFactor(hit.folds) > best[1].factor * foldFactor(best[1].folds))
          best = [text, hit];
      }
    }
    if (best === null) continue;
    total += sign.weight;
    factor = Math.min(factor, best[1].factor * foldFactor(best[1].folds));
    if (first === null || sign.weight > first[2]) first = [best[0], best[1], sign.weight];
  }
  if (total < clause.by.threshold || first === null) return;
  const [text, anchor] = first;
  if (!holds(rule, clause, at(scene, text, anchor))) return;
  const own = foldFactor(anchor.folds) * anchor.factor;
  yield { rule, text, anchor, confidence: clause.confidence * factor * Math.min(1, own / factor) };
}

/** Every place where a clause of the rule holds. */
export function* findCandidates(rule: CompiledRule, scene: Scene, anchors: Matcher): Generator<Candidate> {
  for (const clause of rule.clauses) {
    if (clause.by.kind === 'price') {
      const fault = checkPrice(clause.by.check, scene.listing);
      if (fault === null) continue;
      const { place } = fault;
      const text = place === null ? null : (scene.texts.find((t) => t.name === place.field) ?? null);
      const anchor =
        place === null ? null : { term: -1, start: place.start, end: place.end, folds: 0, factor: 1 };
      if (holds(rule, clause, { ...scene, text, anchor }))
        yield { rule, text, anchor, confidence: clause.confidence, reason: fault };
    } else if (clause.by.kind === 'signs') yield* signs(rule, clause, scene, anchors);
    else
      for (const [text, anchor] of places(clause, rule, scene, anchors))
        if (holds(rule, clause, at(scene, text, anchor)))
          yield {
            rule,
            text,
            anchor,
            confidence: clause.confidence * anchor.factor * foldFactor(anchor.folds),
          };
  }
}
