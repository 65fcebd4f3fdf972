// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Id, Instant, LocalDay, Nullable, paging } from './common.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** Names that officers use (domain.md §3), with formula and both numbers behind a rate. */
export const IndicatorValue = Type.Object({
  id: Type.String(),
  group: Type.Enum(['monitoring', 'leads', 'complaints', 'reports'] as const),
  title: Bilingual,
  /** How it is counted, in words. */
  formula: Bilingual,
  unit: Type.Enum(['count', 'rate', 'yuan'] as const),
  /** Null where this instance has nothing to count it from; `formula` says so. */
  numerator: Nullable(Type.Number()),
  /** Of rates only. */
  denominator: Nullable(Type.Number()),
  /** Of rates: numerator / denominator; null without a denominator. */
  value: Nullable(Type.Number()),
  /** Where its items are in the console; null where there is nothing to open. */
  href: Nullable(Type.String()),
});
export type IndicatorValue = Static<typeof IndicatorValue>;

/** First and last legal day that count; without them the last thirty days. */
const period = { from: Type.Optional(LocalDay), to: Type.Optional(LocalDay) };

export const listIndicators = contract({
  id: 'listIndicators',
  method: 'GET',
  path: '/api/indicators',
  summary: 'The indicators of a period, counted from what happened, within the caller’s own scope',
  access: OFFICERS,
  query: Type.Object({ ...period, ...paging }),
  response: Type.Object({
    asOf: Instant,
    from: LocalDay,
    to: LocalDay,
    items: Type.Array(IndicatorValue),
    next: Type.Null(),
  }),
});

export const INDICATOR_PARTS = ['numerator', 'denominator', 'rest'] as const;

/** One file that an indicator counts. */
export const IndicatorItem = Type.Object({
  id: Id,
  href: Type.String(),
  number: Type.String(),
  title: Type.String(),
  stateTitle: Bilingual,
  office: Nullable(Type.String()),
  at: Instant,
});
export type IndicatorItem = Static<typeof IndicatorItem>;

export const listIndicatorItems = contract({
  id: 'listIndicatorItems',
  method: 'GET',
  path: '/api/indicators/{id}/items',
  summary: 'The files behind an indicator: what it counts, out of what, and the rest',
  access: OFFICERS,
  params: Type.Object({ id: Type.String({ maxLength: 60 }) }),
  query: Type.Object({ ...period, part: Type.Optional(Type.Enum(INDICATOR_PARTS)), ...paging }),
  response: Type.Object({
    indicator: IndicatorValue,
    items: Type.Array(IndicatorItem),
    next: Nullable(Type.String()),
    /** First page only: the same numbers by the office that opened the files. */
    offices: Type.Optional(
      Type.Array(
        Type.Object({
          office: Type.String(),
          numerator: Type.Integer(),
          denominator: Nullable(Type.Integer()),
        }),
      ),
    ),
  }),
  errors: ['not_found'],
});
