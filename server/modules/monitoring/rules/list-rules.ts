// SPDX-License-Identifier: Apache-2.0
import type { Answer, listRules as contract, Query, RuleView } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { findInstrument } from '@yiwang/law';
import type { Rule, VenueRule } from '@yiwang/screening';
import type { Tx } from '../../../platform/database/db.ts';
import { type RuleRecord, rulePrecision } from '../hits/precision.ts';
import { loadVenueRules } from '../venue-checks/venue-rules.ts';
import { loadRules } from './engine.ts';
import { type LearnedRow, readLearned } from './learned.ts';

type Example = (Rule | VenueRule)['examples']['positive'][number];

const exampleText = (example: Example): string =>
  typeof example === 'string' ? example : 'title' in example ? example.title : example.note;

function viewLearning(row: LearnedRow | undefined): RuleView['learning'] {
  if (row === undefined) return null;
  const { model } = row;
  return {
    weight: row.weight,
    trainedAt: row.trained_at.toISOString(),
    model: model && {
      ...model,
      weights: Object.entries(model.weights)
        .map(([name, weight]) => ({ name, weight, seen: model.seen[name] ?? 0 }))
        .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.name < b.name ? -1 : 1)),
    },
  };
}

const viewRule = (
  rule: Rule | VenueRule,
  record: RuleRecord | undefined,
  learned: LearnedRow | undefined,
): RuleView => ({
  id: rule.id,
  label: rule.label,
  severity: rule.severity,
  title: rule.title,
  note: rule.note || null,
  basis: rule.basis.map(({ instrument, article, certainty }) => ({
    instrument,
    article,
    certainty,
    title: findInstrument(instrument)?.title.zh ?? null,
  })),
  from: rule.inForce.from,
  to: rule.inForce.to,
  positive: rule.examples.positive.map(exampleText),
  negative: rule.examples.negative.map(exampleText),
  precision: { right: record?.right ?? 0, judged: record?.judged ?? 0 },
  openHits: record?.open ?? 0,
  learning: viewLearning(learned),
});

/** The rules in force, with how often officers agreed with each. */
export async function listRules(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const { engine, version } = loadRules();
  const records = await rulePrecision(tx);
  const learned = await readLearned(tx);
  const q = (query.q ?? '').trim().toLowerCase();
  const items = engine.rules
    .map(({ rule }): Rule | VenueRule => rule)
    .concat(loadVenueRules().packs.flatMap((pack) => pack.rules))
    .filter((rule) => !query.label || rule.label === query.label)
    .filter((rule) => `${rule.id} ${rule.label} ${rule.title.zh} ${rule.title.en}`.toLowerCase().includes(q))
    .map((rule) => viewRule(rule, records.get(rule.id), learned.get(rule.id)));
  return { items, version };
}

/** @throws AppError `not_found` */
export async function getRule(tx: Tx, id: string): Promise<RuleView> {
  const rule = loadRules().rule(id) ?? loadVenueRules().rule(id);
  if (!rule) throw refused('not_found', `rule ${id}`);
  return viewRule(rule, (await rulePrecision(tx, [id])).get(id), (await readLearned(tx)).get(id));
}
