// SPDX-License-Identifier: Apache-2.0
import { timingSafeEqual } from 'node:crypto';
import type { Access, RouteContract } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import type { FastifyRequest } from 'fastify';
import type { Caller } from './authenticator.ts';

/**
 * The one place where a call is let in or not: by the access its contract declares, the scope of a token, and the
 * CSRF token of a session's write. Throws `not_signed_in`, `not_allowed` or `csrf_wrong`.
 */
export function guard(contract: RouteContract, caller: Caller, request: FastifyRequest): void {
  if (!mayCall(contract.access, caller))
    throw caller.by === 'nobody'
      ? refused('not_signed_in', 'nobody is signed in')
      : refused('not_allowed', `${contract.id} is not open to the caller's roles`);
  const { scopes } = caller.actor;
  if (contract.access !== 'public' && scopes !== null && !scopes.some((scope) => covers(scope, contract)))
    throw refused('not_allowed', `the token does not cover ${contract.id}`);
  if (caller.by === 'cookie' && contract.method !== 'GET' && !sameToken(request, caller.csrfToken))
    throw refused('csrf_wrong', 'the x-csrf-token header is missing or not of this session');
}

function mayCall(access: Access, caller: Caller): boolean {
  if (access === 'public') return true;
  if (caller.by === 'nobody') return false;
  return access === 'signed-in' || access.some((role) => caller.actor.roles.includes(role));
}

/** Scopes of tokens: `read` (every GET the roles allow), `write` (everything), or the id of one call. */
function covers(scope: string, contract: RouteContract): boolean {
  return scope === 'write' || (scope === 'read' && contract.method === 'GET') || scope === contract.id;
}

function sameToken(request: FastifyRequest, expected: string | null): boolean {
  const given = request.headers['x-csrf-token'];
  if (typeof given !== 'string' || expected === null) return false;
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
