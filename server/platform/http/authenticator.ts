// SPDX-License-Identifier: Apache-2.0
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../database/actor.ts';

/** Who calls, and how that was shown. */
export interface Caller {
  actor: Actor;
  /** `cookie` needs the CSRF token on writes; `bearer` does not. */
  by: 'nobody' | 'cookie' | 'bearer';
  /** The CSRF token this session must send. */
  csrfToken: string | null;
}

/** Given by the module `access`: the platform knows no people. */
export type Authenticator = (request: FastifyRequest) => Promise<Caller>;
