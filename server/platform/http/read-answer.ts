// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A form of an answer page as it came: texts, and files that are handed in already. */
export interface SentAnswer {
  action: string;
  version: number;
  key: string;
  /** Field → text, or the id of what was handed in. */
  values: Record<string, string>;
  /** Field → name of a file that was not taken. */
  refused: Record<string, string>;
}

const LIMIT = 10 * 1024 * 1024;

/** Reads the parts of the form one after the other; each file goes through the public call for attachments. */
export async function readAnswer(
  fastify: FastifyInstance,
  request: FastifyRequest,
  token: string,
): Promise<SentAnswer> {
  const sent: SentAnswer = { action: '', version: 0, key: '', values: {}, refused: {} };
  if (!request.isMultipart()) return sent;
  for await (const part of request.parts({
    limits: { fileSize: LIMIT, files: 5, fields: 40, fieldSize: 30_000 },
  })) {
    if (part.type === 'file') {
      const bytes = await part.toBuffer().catch(() => null);
      if (bytes !== null && bytes.length === 0) continue;
      const id = bytes && (await handIn(fastify, request, token, part.filename, bytes));
      if (id) sent.values[part.fieldname] = id;
      else sent.refused[part.fieldname] = part.filename;
      continue;
    }
    const value = String(part.value ?? '').trim();
    if (part.fieldname === '_action') sent.action = value;
    else if (part.fieldname === '_version') sent.version = Number(value) || 0;
    else if (part.fieldname === '_key') sent.key = value.slice(0, 200);
    else if (value !== '' && !part.fieldname.startsWith('_')) sent.values[part.fieldname] = value;
  }
  return sent;
}

async function handIn(
  fastify: FastifyInstance,
  request: FastifyRequest,
  token: string,
  name: string,
  bytes: Buffer,
): Promise<string | null> {
  const boundary = `yw${randomBytes(12).toString('hex')}`;
  const safe = name.replace(/["\r\n\\]/g, '_');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${safe}"\r\nContent-Type: application/octet-stream\r\n\r\n`;
  const answer = await fastify.inject({
    method: 'POST',
    url: `/api/links/${encodeURIComponent(token)}/attachments`,
    remoteAddress: request.ip,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
  return answer.statusCode === 201 ? answer.json<{ id: string }>().id : null;
}
