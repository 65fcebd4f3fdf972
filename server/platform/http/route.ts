// SPDX-License-Identifier: Apache-2.0
import type { RouteContract, Typed } from '@yiwang/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';
import type { Sent } from './sent.ts';

/** One call as a handler sees it: checked input, who calls, and a way into the database as that person. */
export interface Call<P = unknown, Q = unknown, B = unknown> {
  params: P;
  query: Q;
  body: B;
  actor: Actor;
  app: App;
  /** A transaction as the caller: sees and writes only what the caller may. */
  transact<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  requestId: string;
  /** Address the call came from. */
  address: string;
  locale: 'zh' | 'en';
  request: FastifyRequest;
  reply: FastifyReply;
}

/** A contract with its handler; `routes.ts` of a module is a list of these. */
export interface Route {
  contract: RouteContract;
  handle(call: Call): Promise<unknown>;
}

/** Binds a handler to a contract; what it returns must fit the contract's response, or be `Sent` (see sent.ts). */
export function route<P, Q, B, A>(
  contract: RouteContract & Typed<P, Q, B, A>,
  handle: (call: Call<P, Q, B>) => Promise<NoInfer<A> | Sent>,
): Route {
  return { contract, handle: handle as unknown as Route['handle'] };
}
