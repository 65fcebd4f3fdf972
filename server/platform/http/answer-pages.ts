// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import type { LinkView } from '@yiwang/contracts';
import { legalDay } from '@yiwang/kernel';
import {
  type AnswerFault,
  type AnswerState,
  answerPage,
  goneAnswerPage,
  type PortalRequest,
  readRequest,
} from '@yiwang/web/portal';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../app.ts';
import { readAnswer, type SentAnswer } from './read-answer.ts';

const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

interface Problem {
  code: string;
  errors?: { field?: string; pointer?: string; reason: string }[];
}

/**
 * The pages on which somebody outside answers through a link; they go without script and use the same public calls as
 * programs do.
 */
export function mountAnswerPages(fastify: FastifyInstance, app: App): void {
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
  const read = async (request: FastifyRequest, token: string) => {
    const answer = await fastify.inject({
      method: 'GET',
      url: `/api/links/${encodeURIComponent(token)}`,
      remoteAddress: request.ip,
    });
    return answer.statusCode === 200
      ? { view: answer.json<LinkView>() }
      : { code: answer.json<Problem>().code };
  };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    token: string,
    more: Pick<AnswerState, 'sent' | 'problem'>,
  ) => {
    const asked = visit(request, reply);
    const found = await read(request, token);
    if (!found.view) return send(reply, goneAnswerPage(asked, found.code));
    const page = answerPage(asked, {
      view: found.view,
      token,
      today: legalDay(app.clock.now()),
      key: randomBytes(16).toString('hex'),
      done: asked.query['done'] === '1',
      ...more,
    });
    return send(reply, page);
  };
  fastify.get<{ Params: { token: string } }>('/answer/:token', (request, reply) =>
    show(request, reply, request.params.token, { sent: null, problem: null }),
  );
  fastify.post<{ Params: { token: string } }>('/answer/:token', async (request, reply) => {
    const { token } = request.params;
    const asked = visit(request, reply);
    const before = await read(request, token);
    if (!before.view) return send(reply, goneAnswerPage(asked, before.code));
    const sent = await readAnswer(fastify, request, token);
    const action = before.view.actions.find((one) => one.id === sent.action);
    const faults: Record<string, AnswerFault> = {};
    for (const [field, name] of Object.entries(sent.refused)) faults[field] = { code: 'refused', name };
    for (const field of action?.form ?? [])
      if (field.required && !sent.values[field.name]) faults[field.name] ??= { code: 'fill' };
    if (Object.keys(faults).length > 0)
      return show(request, reply, token, { sent: { ...sent, faults }, problem: 'wrong' });
    const answer = await act(fastify, request, token, sent);
    if (answer === null) {
      const { locale } = asked;
      return reply.header('cache-control', 'no-store').redirect(`${asked.path}?done=1&lang=${locale}`, 303);
    }
    for (const one of answer.errors ?? [])
      if (one.field) faults[one.field] = { code: 'said', reason: one.reason };
    const problem =
      answer.code === 'form_invalid' ? 'wrong' : answer.code === 'too_many_requests' ? 'busy' : 'moved';
    return show(request, reply, token, { sent: { ...sent, faults }, problem });
  });
}

async function act(
  fastify: FastifyInstance,
  request: FastifyRequest,
  token: string,
  sent: SentAnswer,
): Promise<Problem | null> {
  const answer = await fastify.inject({
    method: 'POST',
    url: `/api/links/${encodeURIComponent(token)}/actions/${encodeURIComponent(sent.action)}`,
    remoteAddress: request.ip,
    headers: sent.key === '' ? {} : { 'idempotency-key': sent.key },
    payload: { version: sent.version, form: sent.values },
  });
  return answer.statusCode === 200 ? null : answer.json<Problem>();
}

function send(reply: FastifyReply, answer: { status: number; html: string }): FastifyReply {
  return reply
    .code(answer.status)
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(answer.html);
}
