// SPDX-License-Identifier: Apache-2.0
import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import rateLimit from '@fastify/rate-limit';
import type { RouteContract } from '@yiwang/contracts';
import { uuidv7 } from '@yiwang/kernel';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { App } from '../app.ts';
import { withActor } from '../database/actor.ts';
import type { ServerModule } from '../module.ts';
import { version } from '../version.ts';
import type { Authenticator, Caller } from './authenticator.ts';
import { guard } from './guard.ts';
import { claimKey, keepAnswers } from './idempotency.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { toOpenApi } from './openapi.ts';
import { localeOf, toProblem } from './problem.ts';
import type { Call, Route } from './route.ts';
import { isSent } from './sent.ts';
import { mountStatus } from './status.ts';
import { validatorCompiler } from './validate.ts';

declare module 'fastify' {
  interface FastifyRequest {
    caller?: Caller;
  }
}

export interface ServerOptions {
  modules: readonly ServerModule[];
  authenticate: Authenticator;
  /** Pages beside the API: console, portal. */
  mounts?: readonly ((fastify: FastifyInstance, app: App) => Promise<void> | void)[];
}

const BODY_LIMIT = 2 * 1024 * 1024;

/** The HTTP service: every call of every module behind the same guards, plus status pages and what is mounted. */
export async function createServer(app: App, options: ServerOptions): Promise<FastifyInstance> {
  const metrics = createMetrics();
  const fastify = Fastify({
    loggerInstance: app.log,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: app.settings.trustProxy,
    bodyLimit: BODY_LIMIT,
    genReqId: () => uuidv7(app.clock.now()),
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: true,
  }) as unknown as FastifyInstance;
  fastify.setValidatorCompiler(validatorCompiler as never);
  await secure(fastify, app);
  answerErrors(fastify, app);
  keepAnswers(fastify, app);
  measure(fastify, metrics);

  const routes = options.modules.flatMap((module) => module.routes);
  for (const one of routes) register(fastify, app, one, options.authenticate);
  const description = toOpenApi(
    routes.map((one) => one.contract),
    version,
  );
  fastify.get('/api/openapi.json', async () => description);
  mountStatus(
    fastify,
    app,
    metrics,
    options.modules.flatMap((module) => module.gauges ?? []),
  );
  for (const mount of options.mounts ?? []) await mount(fastify, app);
  return fastify;
}

async function secure(fastify: FastifyInstance, app: App): Promise<void> {
  const https = app.settings.publicUrl?.startsWith('https:') ?? false;
  await fastify.register(cookie);
  await fastify.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        connectSrc: ["'self'"],
        fontSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        frameSrc: ["'self'"],
        workerSrc: ["'self'", 'blob:'],
      },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await fastify.register(rateLimit, {
    global: true,
    max: app.settings.requestsPerMinute,
    timeWindow: '1 minute',
    allowList: (request) => /^\/(healthz|readyz|metrics)$/.test(request.url),
  });
  await fastify.register(multipart, { limits: { fileSize: 20 * 1024 * 1024, files: 5 } });
}

function answerErrors(fastify: FastifyInstance, app: App): void {
  const answer = (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error, localeOf(request.headers['accept-language']), request.url);
    if (problem.status >= 500) app.log.error({ err: error, requestId: request.id }, 'a call failed');
    return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  };
  fastify.setErrorHandler(answer);
  fastify.setNotFoundHandler((request, reply) =>
    fastify.answerMissingPage !== undefined && wantsPage(request)
      ? fastify.answerMissingPage(request, reply)
      : answer(Object.assign(new Error('no such page'), { statusCode: 404 }), request, reply),
  );
}

const wantsPage = (request: FastifyRequest): boolean =>
  request.method === 'GET' &&
  !request.url.startsWith('/api/') &&
  (request.headers.accept ?? '').includes('text/html');

function measure(fastify: FastifyInstance, metrics: Metrics): void {
  fastify.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: request.routeOptions.url ?? 'none' };
    metrics.count('yiwang_http_requests_total', { ...labels, status: String(reply.statusCode) });
    metrics.observe('yiwang_http_seconds', labels, reply.elapsedTime / 1000);
  });
}

function register(fastify: FastifyInstance, app: App, one: Route, authenticate: Authenticator): void {
  const { contract } = one;
  fastify.route({
    method: contract.method,
    url: contract.path.replace(/\{(\w+)\}/g, ':$1'),
    schema: schemaOf(contract),
    onRequest: async (request) => {
      request.caller = await authenticate(request);
      guard(contract, request.caller, request);
    },
    preHandler: async (request, reply) => {
      const caller = request.caller!;
      if (!contract.ownIdempotency)
        await claimKey(app, request, reply, caller.actor.personId ?? `public:${request.ip}`);
    },
    handler: async (request, reply) => {
      const answer = await one.handle(makeCall(app, request, reply));
      if (isSent(answer)) return reply;
      const success = contract.status ?? (contract.response === undefined ? 204 : 200);
      return reply.code(success).header('cache-control', 'no-store').send(answer);
    },
  });
}

function schemaOf(contract: RouteContract): Record<string, unknown> {
  return {
    ...(contract.params === undefined ? {} : { params: contract.params }),
    ...(contract.query === undefined ? {} : { querystring: contract.query }),
    ...(contract.body === undefined ? {} : { body: bodyOf(contract) }),
    ...(contract.response === undefined ? {} : { response: { '2xx': contract.response } }),
  };
}

/** Files come as multipart, which no schema sees: the verb checks the JSON part with the same schema. */
const bodyOf = (contract: RouteContract): unknown =>
  contract.multipart ? { content: { 'application/json': { schema: contract.body } } } : contract.body;

function makeCall(app: App, request: FastifyRequest, reply: FastifyReply): Call {
  const { actor } = request.caller!;
  return {
    params: request.params,
    query: request.query,
    body: request.body,
    actor,
    app,
    transact: (fn) => withActor(app.db, actor, fn),
    requestId: request.id,
    address: request.ip,
    locale: localeOf(request.headers['accept-language']),
    request,
    reply,
  } as Call;
}
