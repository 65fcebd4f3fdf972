// SPDX-License-Identifier: Apache-2.0
import type { Static, TSchema } from 'typebox';
import type { RouteContract } from './route.ts';

type StaticOr<S, Otherwise> = S extends TSchema ? Static<S> : Otherwise;

/** What a caller sends and gets, read off a contract: `Answer<typeof listHits>`, `Question<typeof listHits>`. */
export type Answer<C extends RouteContract> = StaticOr<C['response'], undefined>;
export type Params<C extends RouteContract> = StaticOr<C['params'], Record<string, never>>;
export type Query<C extends RouteContract> = StaticOr<C['query'], Record<string, never>>;
export type Body<C extends RouteContract> = StaticOr<C['body'], undefined>;
