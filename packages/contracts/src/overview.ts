// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Instant } from './common.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';

/** An indicator under the name that officers use (domain.md §3); `href` opens the items it counts. */
export const Indicator = Type.Object({
  id: Type.String(),
  title: Bilingual,
  value: Type.Integer(),
  /** One value a day, oldest first, the last 14 legal days. */
  days: Type.Array(Type.Integer()),
  href: Type.String(),
});

export const Overview = Type.Object({
  asOf: Instant,
  indicators: Type.Array(Indicator),
  byLabel: Type.Array(Type.Object({ label: Type.String(), open: Type.Integer(), confirmed: Type.Integer() })),
});
export type Overview = Static<typeof Overview>;

export const getOverview = contract({
  id: 'getOverview',
  method: 'GET',
  path: '/api/overview',
  summary: "The officers' indicators, each opening its items",
  access: OFFICERS,
  response: Overview,
});
