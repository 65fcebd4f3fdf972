// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const folder = fileURLToPath(new URL('../../../web/dist/console/', import.meta.url));

/**
 * The console's built files under `/console`; every address that is no file gets the page itself, which routes inside.
 * antd writes its styles at run time: each answer carries its own nonce in `meta[property=csp-nonce]`, and only styles
 * with it are let in.
 */
export async function mountConsole(fastify: FastifyInstance): Promise<void> {
  mkdirSync(folder, { recursive: true });
  await fastify.register(fastifyStatic, { root: folder, serve: false, decorateReply: true });
  const answer = (request: FastifyRequest, reply: FastifyReply) => {
    const path = decodeURIComponent(request.url.split('?')[0]!).replace(/^\/console\/?/, '');
    return isFile(path) ? sendFile(reply, path) : sendPage(reply);
  };
  fastify.get('/console', answer);
  fastify.get('/console/*', answer);
}

function isFile(path: string): boolean {
  if (path === '' || path === 'index.html' || path.startsWith('.') || normalize(path).startsWith('..'))
    return false;
  return statSync(join(folder, path), { throwIfNoEntry: false })?.isFile() ?? false;
}

function sendFile(reply: FastifyReply, path: string): FastifyReply {
  // Only a name with a digest in it may be kept for ever.
  const hashed = /-[\w-]{8,}\.\w+$/.test(path);
  return reply.sendFile(path, { maxAge: hashed ? '365d' : 0, immutable: hashed });
}

function sendPage(reply: FastifyReply): FastifyReply {
  const page = join(folder, 'index.html');
  reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8');
  if (!existsSync(page))
    return reply
      .code(503)
      .send(
        '<!doctype html><title>Yiwang</title><p>控制台尚未构建。The console is not built: run "npm start".</p>',
      );
  const nonce = randomBytes(16).toString('base64');
  const policy = [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    // React and antd set positions on elements as attributes of their own making; no foreign markup is rendered here.
    "style-src-attr 'unsafe-inline'",
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
  const meta = `<meta property="csp-nonce" nonce="${nonce}">`;
  return reply
    .header('content-security-policy', policy)
    .send(readFileSync(page, 'utf8').replace('<head>', `<head>${meta}`));
}
