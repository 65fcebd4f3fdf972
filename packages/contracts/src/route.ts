// SPDX-License-Identifier: Apache-2.0
import type { Static, TSchema } from 'typebox';
import type { Role } from './roles.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

/**
 * Who may call: `public` – anybody; `signed-in` – every officer and portal account; a list – one of these roles.
 * A route without this member cannot be written down: nothing answers by default.
 */
export type Access = 'public' | 'signed-in' | readonly Role[];

/** What a route answers with when it is not JSON. */
export type Media = 'json' | 'stream' | 'binary';

/** One call of the API. The server's handler, the typed client and OpenAPI 3.1 all come from this one value. */
export interface RouteContract<
  Params extends TSchema | undefined = TSchema | undefined,
  Query extends TSchema | undefined = TSchema | undefined,
  Body extends TSchema | undefined = TSchema | undefined,
  Response extends TSchema | undefined = TSchema | undefined,
> {
  /** Operation id, camelCase verb first; unique. */
  id: string;
  method: Method;
  /** Path with `{name}` for parameters, e.g. `/api/hits/{id}/verdict`. */
  path: string;
  /** One sentence, English. */
  summary: string;
  access: Access;
  params?: Params;
  query?: Query;
  body?: Body;
  /** Schema of the 2xx body; undefined = no body (204). Only declared members leave the house. */
  response?: Response;
  /** Success status; 200 (or 204 without a response) unless said. */
  status?: 200 | 201 | 202 | 204;
  media?: Media;
  /**
   * The call recognises repeats by itself and its answer holds a secret, or its body is no JSON: the house keeps no copy
   * of the answer.
   */
  ownIdempotency?: true;
  /** Takes multipart/form-data as well: the JSON of `body` in the part `filing`, files beside it. */
  multipart?: true;
  /** Error codes of the catalogue that a caller should expect, beyond the usual ones. */
  errors?: readonly string[];
}

type StaticOr<S, Otherwise> = S extends TSchema ? Static<S> : Otherwise;

/**
 * The types of a contract, worked out once where it is written down. Generic code infers them from here: asking for
 * `Static` of an unknown schema inside a generic costs the compiler a million instantiations a call.
 */
export interface Typed<P, Q, B, A> {
  readonly types?: { params: P; query: Q; body: B; answer: A };
}

/** Keeps the literal types of a contract. */
export const contract = <
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  R extends TSchema | undefined = undefined,
>(
  route: RouteContract<P, Q, B, R>,
): RouteContract<P, Q, B, R> &
  Typed<
    StaticOr<P, Record<string, never>>,
    StaticOr<Q, Record<string, never>>,
    StaticOr<B, undefined>,
    StaticOr<R, undefined>
  > => route;
