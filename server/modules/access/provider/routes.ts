// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { AppError } from '@yiwang/kernel';
import type { FastifyReply } from 'fastify';
import type { App } from '../../../platform/app.ts';
import { type Route, route } from '../../../platform/http/route.ts';
import { sendTo } from '../../../platform/http/sent.ts';
import { setSessionCookie } from '../session-cookie.ts';
import { beginProviderSignIn, endProviderSignIn } from './sign-in-by-provider.ts';

const COOKIE = 'yiwang_provider';
const PATH = '/api/session/provider';

/** The way to a provider of sign-in and back. A browser walks it, so every fault ends on the sign-in page in words. */
export const providerRoutes: readonly Route[] = [
  route(contracts.beginProviderSignIn, async (call) => {
    try {
      const { state, url } = await beginProviderSignIn(call.app, safeTarget(call.query.to));
      call.reply.setCookie(COOKIE, state, {
        path: PATH,
        httpOnly: true,
        // the provider sends the browser back by a link: `strict` would keep the cookie away
        sameSite: 'lax',
        secure: call.app.settings.publicUrl?.startsWith('https:') ?? false,
        maxAge: 600,
      });
      return sendTo(call.reply, url);
    } catch (error) {
      return toSignIn(call.app, call.reply, error);
    }
  }),

  route(contracts.endProviderSignIn, async (call) => {
    call.reply.clearCookie(COOKIE, { path: PATH });
    try {
      const opened = await endProviderSignIn(call.app, {
        state: call.request.cookies[COOKIE],
        search: new URL(call.request.url, 'http://x').search,
        address: call.address,
        agent: call.request.headers['user-agent'] ?? '',
      });
      setSessionCookie(call.app, call.reply, opened.cookie, opened.expiresAt);
      return sendTo(call.reply, `/console${opened.target}`);
    } catch (error) {
      return toSignIn(call.app, call.reply, error);
    }
  }),
];

/** Paths of the console only: the way back must not lead to somebody else's site. */
const safeTarget = (to: string | null | undefined): string =>
  to && /^\/(?![/\\])[^\r\n]{0,500}$/.test(to) && !to.startsWith('/sign-in') ? to : '/';

function toSignIn(app: App, reply: FastifyReply, error: unknown) {
  const told = error instanceof AppError && error.code in contracts.ERRORS;
  const code = told ? error.code : 'provider_away';
  if (told) app.log.info({ code }, 'a sign-in by provider was refused');
  else app.log.error({ err: error }, 'a sign-in by provider failed');
  return sendTo(reply, `/console/sign-in?problem=${code}`);
}
