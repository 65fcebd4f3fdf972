// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { LawRow, OfficeAnswer, Reckoning, ShopView } from '@yiwang/contracts';
import {
  failurePage,
  type PortalAnswer,
  type PortalData,
  type PortalRequest,
  portal,
  portalFiles,
  readRequest,
} from '@yiwang/web/portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/** The public pages and their files. They get their data through the same public calls as everybody. */
export function mountPortal(fastify: FastifyInstance, app: App): void {
  const visit = (request: FastifyRequest, reply: FastifyReply): PortalRequest => {
    const read = readRequest({
      url: request.url,
      cookie: request.headers.cookie,
      acceptLanguage: request.headers['accept-language'],
      demo: app.settings.demo,
    });
    if (read.setCookie.length > 0) reply.header('set-cookie', read.setCookie);
    return read.request;
  };
  for (const { path, page } of portal)
    fastify.get(path, async (request, reply) => {
      const asked = visit(request, reply);
      const answer = await page(asked, dataFor(fastify, request)).catch((error: unknown) => {
        app.log.error({ err: error, requestId: request.id }, 'a page of the portal failed');
        return failurePage(asked, 500);
      });
      return send(reply, answer);
    });
  for (const { path, contentType, file } of portalFiles) {
    const bytes = readFileSync(file);
    fastify.get(path, (_request, reply) =>
      reply.type(contentType).header('cache-control', 'public, max-age=300').send(bytes),
    );
  }
  fastify.decorate('answerMissingPage', (request: FastifyRequest, reply: FastifyReply) =>
    send(reply, failurePage(visit(request, reply), 404)),
  );
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Answers a browser that asked for a page that is not there. */
    answerMissingPage?: (request: FastifyRequest, reply: FastifyReply) => FastifyReply;
  }
}

function send(reply: FastifyReply, answer: PortalAnswer): FastifyReply {
  return reply
    .code(answer.status)
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(answer.html);
}

function dataFor(fastify: FastifyInstance, request: FastifyRequest): PortalData {
  /** The same public call that everybody may make, from the visitor's address. */
  const ask = async <T>(method: 'GET' | 'POST', url: string, payload?: object) => {
    const answer = await fastify.inject({
      method,
      url,
      remoteAddress: request.ip,
      ...(payload === undefined ? {} : { payload }),
    });
    return answer.statusCode === 200
      ? ({ ok: true, body: answer.json<T>() } as const)
      : ({ ok: false, code: answer.json<{ code: string }>().code } as const);
  };
  return {
    async lookUpShop(link) {
      const answer = await ask<ShopView>('GET', `/api/shop?link=${encodeURIComponent(link)}`);
      if (answer.ok) return { ok: true, shop: answer.body };
      return { ok: false, code: answer.code === 'input_invalid' ? 'link_unreadable' : answer.code };
    },
    async listLaw(shelf, q, on) {
      const query = new URLSearchParams({ ...(q ? { q } : {}), ...(on ? { on } : {}) });
      const answer = await ask<{ items: LawRow[]; on: string }>('GET', `/api/law/${shelf}?${query}`);
      return answer.ok ? { ok: true, rows: answer.body.items, on: answer.body.on } : answer;
    },
    async reckonDue(body) {
      const answer = await ask<Reckoning>('POST', '/api/law/due', body);
      return answer.ok ? { ok: true, answer: answer.body } : answer;
    },
    async findOffice(body) {
      const answer = await ask<OfficeAnswer>('POST', '/api/law/jurisdiction', body);
      return answer.ok ? { ok: true, answer: answer.body } : answer;
    },
  };
}
