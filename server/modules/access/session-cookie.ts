// SPDX-License-Identifier: Apache-2.0
import type { FastifyReply } from 'fastify';
import type { App } from '../../platform/app.ts';
import { COOKIE } from './authenticate.ts';

/** HttpOnly, and Secure wherever people come by https. */
export function setSessionCookie(app: App, reply: FastifyReply, value: string, expires: Date): void {
  reply.setCookie(COOKIE, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: app.settings.publicUrl?.startsWith('https:') ?? false,
    expires,
  });
}
