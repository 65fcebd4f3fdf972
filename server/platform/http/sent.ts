// SPDX-License-Identifier: Apache-2.0
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';

/** Says that the answer has left by another way than JSON. */
export interface Sent {
  readonly __sent: true;
}

const sent: Sent = { __sent: true };
export const isSent = (value: unknown): value is Sent => value === sent;

/** Answers with bytes. `name` makes it a download. */
export async function sendBytes(
  reply: FastifyReply,
  bytes: Uint8Array | Readable,
  options: { type: string; name?: string; cache?: string; length?: number },
): Promise<Sent> {
  reply.header('content-type', options.type);
  reply.header('cache-control', options.cache ?? 'private, no-store');
  // What foreign sites wrote must never run in our origin.
  reply.header(
    'content-security-policy',
    "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  );
  if (options.length !== undefined) reply.header('content-length', options.length);
  if (options.name !== undefined)
    reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(options.name)}`);
  await reply.send(bytes instanceof Readable ? bytes : Buffer.from(bytes));
  return sent;
}

/** Sends a browser on (303: the next call is a GET). */
export async function sendTo(reply: FastifyReply, location: string): Promise<Sent> {
  await reply.header('cache-control', 'no-store').redirect(location, 303);
  return sent;
}

/** A stream of server-sent events (HTML standard §9.2). Ends when the caller goes away or `close` is called. */
export interface EventStream {
  send(event: string, data: unknown): void;
  close(): void;
  readonly closed: AbortSignal;
}

const BEAT_MS = 15_000;

/** Opens an event stream; `start` gets it and returns what to undo at the end. */
export function sendEvents(
  reply: FastifyReply,
  start: (stream: EventStream) => (() => void) | undefined,
): Sent {
  const closing = new AbortController();
  reply.hijack();
  const { raw } = reply;
  for (const [name, value] of Object.entries(reply.getHeaders()))
    if (value !== undefined) raw.setHeader(name, value);
  raw.writeHead(200, {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
  });
  raw.write(': hello\n\n');
  const beat = setInterval(() => raw.write(': beat\n\n'), BEAT_MS);
  beat.unref();
  const stream: EventStream = {
    closed: closing.signal,
    send: (event, data) => void raw.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`),
    close: () => raw.end(),
  };
  const undo = start(stream);
  raw.on('close', () => {
    clearInterval(beat);
    undo?.();
    closing.abort();
  });
  return sent;
}
