// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Nullable } from './common.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';

export const SEARCH_KINDS = ['files', 'subjects', 'venues', 'hits', 'evidence', 'documents'] as const;
export type SearchKind = (typeof SEARCH_KINDS)[number];

/** One thing that was found; `href` is its page in the console. */
export const Found = Type.Object({
  id: Type.String(),
  href: Type.String(),
  title: Type.String(),
  /** Number, credit code, address …: what tells it from its like. */
  line: Nullable(Type.String()),
  state: Nullable(Bilingual),
});
export type Found = Static<typeof Found>;

export const search = contract({
  id: 'search',
  method: 'GET',
  path: '/api/search',
  summary: 'Everything one may see by a few words, a number, a credit code, a link or a digest',
  access: OFFICERS,
  query: Type.Object({
    q: Type.String({ minLength: 2, maxLength: 200 }),
    kind: Type.Optional(Type.Enum(SEARCH_KINDS)),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 8 })),
  }),
  response: Type.Object({
    groups: Type.Array(
      Type.Object({
        kind: Type.Enum(SEARCH_KINDS),
        items: Type.Array(Found),
        /** There is more than was asked for. */
        more: Type.Boolean(),
        /** The words are so common that the search was cut short: use rarer ones. */
        partial: Type.Boolean(),
      }),
    ),
  }),
});
