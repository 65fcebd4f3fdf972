// SPDX-License-Identifier: Apache-2.0
import type { Answer, Body, Params, Query, RouteContract } from '@yiwang/contracts';
import { ApiProblem, readProblem, unreachable } from './problem.ts';

type Wanted<Key extends string, Value> = [Value] extends [undefined]
  ? { [K in Key]?: undefined }
  : Record<never, never> extends Value
    ? { [K in Key]?: Value }
    : { [K in Key]: Value };

/** What a call needs besides its contract; members that the contract lacks cannot be given. */
export type CallArguments<C extends RouteContract> = Wanted<'params', Params<C>> &
  Wanted<'query', Query<C>> &
  Wanted<'body', Body<C>>;

/** The token that writes carry (double submit); the server hands a fresh one with every session answer. */
let csrfToken = '';
export const rememberCsrfToken = (token: string): void => {
  csrfToken = token;
};

type Values = Readonly<Record<string, unknown>>;

/** `/api/hits/{id}?q=…` for a contract and its values. Also for links to pictures and downloads. */
export function addressOf(
  contract: RouteContract,
  { params = {}, query = {} }: { params?: object | undefined; query?: object | undefined } = {},
): string {
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String((params as Values)[name])),
  );
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query as Values))
    if (value !== undefined && value !== null && value !== '') search.set(key, String(value));
  return search.size > 0 ? `${path}?${search}` : path;
}

/** A key under which the server answers a repeated write with the first answer; without crypto.randomUUID, which plain http lacks. */
const idempotencyKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

async function send(contract: RouteContract, args: CallArguments<RouteContract>, signal?: AbortSignal) {
  const { params, query, body } = args as { params?: object; query?: object; body?: unknown };
  const headers: Record<string, string> = { accept: 'application/json, application/problem+json' };
  if (contract.method !== 'GET') {
    headers['x-csrf-token'] = csrfToken;
    if (contract.method === 'POST') headers['idempotency-key'] = idempotencyKey();
  }
  if (body !== undefined) headers['content-type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(addressOf(contract, { params, query }), {
      method: contract.method,
      headers,
      credentials: 'same-origin',
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw unreachable();
  }
  if (!response.ok) throw await readProblem(response);
  return response;
}

/** Makes one call of the API; throws ApiProblem when it is refused or fails. */
export async function call<C extends RouteContract>(
  contract: C,
  args: CallArguments<C>,
  signal?: AbortSignal,
): Promise<Answer<C>> {
  const response = await send(contract, args as CallArguments<RouteContract>, signal);
  if (response.status === 204 || contract.response === undefined) return undefined as Answer<C>;
  try {
    return (await response.json()) as Answer<C>;
  } catch {
    throw new ApiProblem({ type: 'about:blank', code: 'internal', status: 502, title: 'unreadable answer' });
  }
}

/** The same for routes that answer with a file. */
export const callBlob = async <C extends RouteContract>(contract: C, args: CallArguments<C>): Promise<Blob> =>
  (await send(contract, args as CallArguments<RouteContract>)).blob();

/** Hands in one file (multipart/form-data, field `file`). */
export async function upload<C extends RouteContract>(
  contract: C,
  args: { params: object },
  file: File,
): Promise<Answer<C>> {
  const body = new FormData();
  body.set('file', file);
  let response: Response;
  try {
    response = await fetch(addressOf(contract, args), {
      method: contract.method,
      headers: { accept: 'application/json, application/problem+json', 'x-csrf-token': csrfToken },
      credentials: 'same-origin',
      body,
    });
  } catch {
    throw unreachable();
  }
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as Answer<C>;
}

/** The same for routes that answer with text instead of JSON (the recorded page source). */
export const callText = async <C extends RouteContract>(
  contract: C,
  args: CallArguments<C>,
  signal?: AbortSignal,
): Promise<string> => (await send(contract, args as CallArguments<RouteContract>, signal)).text();
