// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Nullable, SEVERITIES } from './common.ts';
import { Precision } from './hits.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';

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
