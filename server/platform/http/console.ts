// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

const folder = fileURLToPath(new URL('../../../web/dist/console/', import.meta.url));

/**
 * The console's built files under `/console`; every path that is no file gets the page itself, which routes inside.
 * antd writes its styles at run time: `__CSP_NONCE__` in the page becomes this answer's nonce, and only that is let in.
 */
export async function mountConsole(fastify: FastifyInstance): Promise<void> {
  const page = join(folder, 'index.html');
  await fastify.register(fastifyStatic, {
    root: folder,
    prefix: '/console/',
    index: false,
    wildcard: true,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
    // Only hashed names may be kept for ever.
    setHeaders: (reply, path) => {
      if (!/-[\w-]{8,}\.\w+$/.test(path)) reply.header('cache-control', 'no-cache');
    },
    globIgnore: ['index.html'],
    allowedPath: (path) => path.includes('.'),
  });
  const answer = (_request: unknown, reply: FastifyReply) => sendPage(reply, page);
  fastify.get('/console', answer);
}

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  if (!existsSync(page))
    return reply
      .code(503)
      .type('text/html; charset=utf-8')
      .send(
        '<!doctype html><title>Yiwang</title><p>控制台尚未构建。The console is not built: run "npm start".</p>',
      );
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "connect-src 'self'",
    "font-src 'self' data:",
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
  return reply
    .header('content-security-policy', policy)
    .header('cache-control', 'no-cache')
    .type('text/html; charset=utf-8')
    .send(readFileSync(page, 'utf8').replaceAll('__CSP_NONCE__', nonce));
}
