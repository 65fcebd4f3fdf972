// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Nullable, SEVERITIES } from './common.ts';
import { Precision } from './hits.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** What verdicts have taught of a rule. */
export const RuleLearning = Type.Object({
  /** Weight in risk by measured precision, 1 as expected of a new rule; it counts while no model is applied. */
  weight: Type.Number(),
  trainedAt: Type.String(),
  /** Null below 200 verdicts, or while all agree. */
  model: Nullable(
    Type.Object({
      verdicts: Type.Integer(),
      right: Type.Integer(),
      /** Whether it takes over in risk: it told unseen verdicts better than their bare share does. */
      applied: Type.Boolean(),
      /** Mean log loss on unseen verdicts, and that of the bare share. */
      loss: Type.Number(),
      baseLoss: Type.Number(),
      intercept: Type.Number(),
      weights: Type.Array(Type.Object({ name: Type.String(), weight: Type.Number(), seen: Type.Integer() })),
      /** Mean of what was said of findings that were right and wrong, by the rule and by the model. */
      said: Type.Object({
        rightBefore: Type.Number(),
        rightAfter: Type.Number(),
        wrongBefore: Type.Number(),
        wrongAfter: Type.Number(),
      }),
    }),
  ),
});
export type RuleLearning = Static<typeof RuleLearning>;

export const RuleView = Type.Object({
  id: Type.String(),
  label: Type.String(),
  severity: Type.Enum(SEVERITIES),
  title: Bilingual,
  note: Nullable(Type.String()),
  basis: Type.Array(
    Type.Object({
      instrument: Type.String(),
      article: Type.String(),
      certainty: Type.String(),
      title: Nullable(Type.String()),
    }),
  ),
  from: Nullable(Type.String()),
  to: Nullable(Type.String()),
  positive: Type.Array(Type.String()),
  negative: Type.Array(Type.String()),
  precision: Precision,
  openHits: Type.Integer(),
  learning: Nullable(RuleLearning),
});
export type RuleView = Static<typeof RuleView>;

export const listRules = contract({
  id: 'listRules',
  method: 'GET',
  path: '/api/rules',
  summary: 'The detection rules in force, with their legal basis and their precision by verdicts',
  access: OFFICERS,
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    label: Type.Optional(Type.String({ maxLength: 100 })),
  }),
  response: Type.Object({ items: Type.Array(RuleView), version: Type.String() }),
});

export const getRule = contract({
  id: 'getRule',
  method: 'GET',
  path: '/api/rules/{rule}',
  summary: 'One rule with its examples',
  access: OFFICERS,
  params: Type.Object({ rule: Type.String({ maxLength: 100 }) }),
  response: RuleView,
});
