// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { AppError } from '@yiwang/kernel';
import {
  failurePage,
  type PortalAnswer,
  type PortalRequest,
  portal,
  portalFiles,
  readRequest,
} from '@yiwang/web/portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { portalData } from './portal-data.ts';
import { readForm, takeForms } from './portal-form.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const DRAFT = 'yw_draft';
const RECEIPT = 'yw_receipt';
const MONTH = 30 * 86_400;
const HALF_HOUR = 1800;

/** The public pages and their files. They get their data through the same public calls as everybody. */
export async function mountPortal(fastify: FastifyInstance, app: App): Promise<void> {
  const secure = app.settings.publicUrl?.startsWith('https:') ? '; Secure' : '';
  const visit = (
    request: FastifyRequest,
    reply: FastifyReply,
    form: PortalRequest['form'],
  ): PortalRequest => {
    const read = readRequest({
      url: request.url,
      cookie: request.headers.cookie,
      acceptLanguage: request.headers['accept-language'],
      demo: app.settings.demo,
    });
    for (const one of read.setCookie) keepCookie(reply, one);
    return {
      ...read.request,
      method: request.method === 'POST' ? 'POST' : 'GET',
      form,
      receipt: request.cookies[RECEIPT] ?? null,
    };
  };
  const keep = (reply: FastifyReply, name: string, value: string | null, seconds: number) =>
    keepCookie(
      reply,
      `${name}=${value ?? ''}; Path=/; Max-Age=${value === null ? 0 : seconds}; SameSite=Lax; HttpOnly${secure}`,
    );
  const open = async (
    page: (typeof portal)[number]['page'],
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<PortalAnswer> => {
    const form = await readForm(request);
    const asked = visit(request, reply, form.fields);
    let draft = request.cookies[DRAFT] ?? null;
    if (draft !== null && !/^[\w-]{20,60}$/.test(draft)) draft = null;
    const cookies = {
      get draft() {
        return draft;
      },
      setDraft(token: string | null) {
        draft = token;
        keep(reply, DRAFT, token, MONTH);
      },
    };
    const answer = await page(asked, portalData(fastify, { request, reply, asked, form }, cookies));
    if (answer.receipt !== undefined) keep(reply, RECEIPT, answer.receipt || null, HALF_HOUR);
    return answer;
  };
  await fastify.register(async (scope) => {
    takeForms(scope);
    for (const { path, page } of portal)
      scope.route({
        method: ['GET', 'POST'],
        url: path,
        handler: async (request, reply) => {
          const answer = await open(page, request, reply).catch((error: unknown) => {
            const status = statusOf(error);
            if (status >= 500)
              app.log.error({ err: error, requestId: request.id }, 'a page of the portal failed');
            return { ...failurePage(visit(request, reply, {}), 500), status };
          });
          return send(reply, answer);
        },
      });
  });
  for (const { path, contentType, file } of portalFiles) {
    const bytes = readFileSync(file);
    fastify.get(path, (_request, reply) =>
      reply.type(contentType).header('cache-control', 'public, max-age=300').send(bytes),
    );
  }
  fastify.decorate('answerMissingPage', (request: FastifyRequest, reply: FastifyReply) =>
    send(reply, failurePage(visit(request, reply, {}), 404)),
  );
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Answers a browser that asked for a page that is not there. */
    answerMissingPage?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
  }
}

/** A form of another site, or one that is too large, is the sender's fault; the rest is ours. */
function statusOf(error: unknown): number {
  if (error instanceof AppError) return error.family === 'failed' ? 500 : 403;
  const { statusCode } = error as { statusCode?: number };
  return statusCode !== undefined && statusCode >= 400 && statusCode < 500 ? statusCode : 500;
}

function keepCookie(reply: FastifyReply, cookie: string): void {
  const known = reply.getHeader('set-cookie');
  const list = known === undefined ? [] : Array.isArray(known) ? known.map(String) : [String(known)];
  const name = cookie.slice(0, cookie.indexOf('='));
  reply.removeHeader('set-cookie');
  reply.header('set-cookie', [...list.filter((one) => !one.startsWith(`${name}=`)), cookie]);
}

function send(reply: FastifyReply, answer: PortalAnswer): FastifyReply {
  if (answer.redirect !== undefined) return reply.code(303).header('location', answer.redirect).send();
  return reply
    .code(answer.status)
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(answer.html);
}
