// SPDX-License-Identifier: Apache-2.0
import type { RouteContract, Typed } from './route.ts';

type TypesOf<C> =
  C extends Typed<infer P, infer Q, infer B, infer A> ? { params: P; query: Q; body: B; answer: A } : never;

/** What a caller sends and gets, read off a contract: `Answer<typeof listHits>`, `Query<typeof listHits>`. */
export type Answer<C extends RouteContract> = TypesOf<C>['answer'];
export type Params<C extends RouteContract> = TypesOf<C>['params'];
export type Query<C extends RouteContract> = TypesOf<C>['query'];
export type Body<C extends RouteContract> = TypesOf<C>['body'];
