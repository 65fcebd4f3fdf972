// SPDX-License-Identifier: Apache-2.0
import { clocks } from '../clocks/all.ts';
import { readCitation } from '../clocks/compile.ts';
import {
  conductRules,
  consentRules,
  consumptionFactors,
  refusalGrounds,
  secrecyRules,
  terminationGrounds,
} from '../complaints/rules.ts';
import { countingRules } from '../counting.ts';
import { documents } from '../documents/documents.ts';
import { duties } from '../duties/duties.ts';
import articles from '../instruments/data/articles.json' with { type: 'json' };
import { findInstrument } from '../instruments/instruments.ts';
import { movementRules } from '../jurisdiction/movement-rules.ts';
import { venueRules } from '../jurisdiction/rules.ts';
import type { Certainty } from '../model.ts';
import { overlays } from '../overlays/overlays.ts';
import { publicityFacts } from '../publicity/publicity.ts';
import { generalRules } from '../settings/settings.ts';
import { generalViolationRules, violations } from '../violations/violations.ts';

/** Where an article is cited: kind and id of the row. */
export interface CitedBy {
  kind:
    | 'clock'
    | 'counting'
    | 'venue'
    | 'movement'
    | 'duty'
    | 'violation'
    | 'complaint-rule'
    | 'document'
    | 'publicity'
    | 'overlay'
    | 'general'
    | 'text';
  id: string;
}

export interface CitedArticle {
  article: string;
  /** The surest of the rows that cite it. */
  certainty: Certainty;
  by: CitedBy[];
}

const index = new Map<string, Map<string, CitedArticle>>();

function add(citations: readonly string[], fallback: Certainty, by: CitedBy): void {
  for (const text of citations) {
    const { instrument, article, certainty } = readCitation(text, fallback);
    const tag = findInstrument(instrument)?.tag;
    if (tag === undefined) throw new TypeError(`${by.kind} ${by.id} cites an unknown instrument: ${text}`);
    const list = index.get(tag) ?? new Map<string, CitedArticle>();
    index.set(tag, list);
    const known = list.get(article);
    if (!known) list.set(article, { article, certainty, by: [by] });
    else {
      if ('ABDM'.indexOf(certainty) < 'ABDM'.indexOf(known.certainty)) known.certainty = certainty;
      if (!known.by.some((one) => one.kind === by.kind && one.id === by.id)) known.by.push(by);
    }
  }
}

for (const spec of clocks)
  for (const row of spec.rows) {
    add(row.basis, row.certainty, { kind: 'clock', id: spec.id });
    for (const variant of row.variants ?? [])
      add(variant.basis ?? [], variant.certainty ?? row.certainty, { kind: 'clock', id: spec.id });
    if (row.interrupt) add([row.interrupt.basis], row.certainty, { kind: 'clock', id: spec.id });
  }
for (const one of countingRules) add(one.basis, one.certainty, { kind: 'counting', id: one.id });
for (const one of venueRules) add(one.basis, one.certainty, { kind: 'venue', id: one.id });
for (const one of movementRules) add(one.basis, one.certainty, { kind: 'movement', id: one.id });
for (const one of duties)
  add([...one.basis, ...one.penaltyBasis], one.certainty, { kind: 'duty', id: one.id });
for (const one of violations)
  add([...one.basis, ...one.penaltyBasis, ...one.crime], one.certainty, { kind: 'violation', id: one.code });
for (const one of generalViolationRules) add(one.basis, one.certainty, { kind: 'violation', id: one.id });
for (const one of [...refusalGrounds, ...terminationGrounds])
  for (const version of one.versions)
    add(version.basis, one.certainty, { kind: 'complaint-rule', id: one.code });
for (const one of consumptionFactors) add(one.basis, one.certainty, { kind: 'complaint-rule', id: one.code });
for (const one of [...consentRules, ...conductRules, ...secrecyRules])
  add(one.basis, one.certainty, { kind: 'complaint-rule', id: one.id });
for (const one of documents) add(one.basis, one.certainty, { kind: 'document', id: one.id });
for (const one of publicityFacts) add(one.basis, one.certainty, { kind: 'publicity', id: one.id });
for (const one of overlays) add(one.basis, one.certainty, { kind: 'overlay', id: one.id });
for (const one of generalRules) add(one.basis, one.certainty, { kind: 'general', id: one.id });
// Articles that the sources cite in passing, in notes and amounts.
for (const [tag, list] of Object.entries(articles as Record<string, Record<string, Certainty>>))
  for (const [article, certainty] of Object.entries(list))
    add([`${tag} ${article}:${certainty}`], certainty, { kind: 'text', id: tag });

/** Every article of an instrument (by tag) that some row rests on; the empty article stands for the text as a whole. */
export const citedArticles = (tag: string): readonly CitedArticle[] => [...(index.get(tag)?.values() ?? [])];

/** One article, exactly as written. */
export const findCited = (tag: string, article: string): CitedArticle | undefined =>
  index.get(tag)?.get(article);
