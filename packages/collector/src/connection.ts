// SPDX-License-Identifier: Apache-2.0
import type { Socket } from 'node:net';
import { Client } from 'undici';
import { type ConnectOptions, connectJudged } from './connect.ts';
import type { Limits } from './limits.ts';

/** One connection to one origin: an undici client with a tap on its socket, so that evidence has the bytes of the wire. */
export interface Connection {
  readonly origin: string;
  readonly client: Client;
  /** Fresh for each request. */
  sent: Buffer[];
  received: Buffer[];
  address: string | null;
  lastUsed: number;
}

function tap(socket: Socket, connection: Connection): void {
  const read = socket.read.bind(socket);
  socket.read = (size?: number) => {
    const chunk = read(size) as Buffer | null;
    if (chunk !== null) connection.received.push(chunk);
    return chunk;
  };
  const write = socket.write.bind(socket) as (...args: unknown[]) => boolean;
  socket.write = (...args: unknown[]) => {
    const [data, encoding] = args;
    if (typeof data === 'string')
      connection.sent.push(
        Buffer.from(data, typeof encoding === 'string' ? (encoding as BufferEncoding) : 'utf8'),
      );
    else if (data instanceof Uint8Array) connection.sent.push(Buffer.from(data));
    return write(...args);
  };
}

/** Opens lazily: the socket is made, resolved and judged when the first request (or one after a close) needs it. */
export function createConnection(origin: string, limits: Limits, options: ConnectOptions): Connection {
  const client = new Client(origin, {
    pipelining: 1,
    allowH2: false,
    maxHeaderSize: limits.maxHeaderBytes,
    headersTimeout: limits.headerMs,
    bodyTimeout: limits.idleMs,
    strictContentLength: false,
    connect: (target, callback) => {
      const secure = target.protocol === 'https:';
      const port = Number(target.port) || (secure ? 443 : 80);
      connectJudged({ host: target.hostname, port, secure }, options).then(
        ({ socket, address }) => {
          connection.address = address;
          tap(socket, connection);
          callback(null, socket);
        },
        (error: Error) => callback(error, null),
      );
    },
  });
  const connection: Connection = { origin, client, sent: [], received: [], address: null, lastUsed: 0 };
  return connection;
}
