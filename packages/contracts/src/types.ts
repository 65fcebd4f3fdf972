// SPDX-License-Identifier: Apache-2.0
import type { Static, TSchema } from 'typebox';
import type { RouteContract } from './route.ts';

// Not `S extends TSchema ? …` over the bare member: members are optional, and their `undefined` would spread into
// every answer.
type StaticOr<S, Otherwise> = [Exclude<S, undefined>] extends [never]
  ? Otherwise
  : Exclude<S, undefined> extends infer T extends TSchema
    ? Static<T>
    : Otherwise;

/** What a caller sends and gets, read off a contract: `Answer<typeof listHits>`, `Query<typeof listHits>`. */
export type Answer<C extends RouteContract> = StaticOr<C['response'], undefined>;
export type Params<C extends RouteContract> = StaticOr<C['params'], Record<string, never>>;
export type Query<C extends RouteContract> = StaticOr<C['query'], Record<string, never>>;
export type Body<C extends RouteContract> = StaticOr<C['body'], undefined>;
