// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { refused } from '@yiwang/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** What a form of the portal sent, without script: fields, and files with their digests. */
export interface PortalForm {
  fields: Record<string, string[]>;
  files: { name: string; bytes: Buffer }[];
}

const EMPTY: PortalForm = { fields: {}, files: [] };
const MAX_FORM = 256 * 1024;

/** Forms of the portal's own pages; the API takes JSON and multipart only. */
export function takeForms(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: MAX_FORM },
    (_request, body, done) => {
      const fields: Record<string, string[]> = {};
      for (const [name, value] of new URLSearchParams(String(body))) add(fields, name, value);
      done(null, { fields, files: [] } satisfies PortalForm);
    },
  );
}

function add(fields: Record<string, string[]>, name: string, value: string): void {
  if (name === '__proto__') return;
  const known = Object.hasOwn(fields, name) ? fields[name]! : [];
  known.push(value.replaceAll('\r\n', '\n'));
  fields[name] = known;
}

/**
 * Reads a form that one of our own pages sent. Another site's form is refused: browsers say where a form stands.
 * @throws AppError `csrf_wrong`, errors of the multipart reader for what is too large
 */
export async function readForm(request: FastifyRequest): Promise<PortalForm> {
  if (request.method !== 'POST') return EMPTY;
  if (!fromHere(request)) throw refused('csrf_wrong', 'a form of another site');
  if (!request.isMultipart()) return (request.body as PortalForm | undefined) ?? EMPTY;
  const form: PortalForm = { fields: {}, files: [] };
  for await (const part of request.parts({ limits: { fieldSize: MAX_FORM, fields: 60, parts: 70 } })) {
    if (part.type === 'field') add(form.fields, part.fieldname, String(part.value));
    else {
      const bytes = await part.toBuffer();
      if (bytes.length > 0) form.files.push({ name: part.filename || 'file', bytes });
    }
  }
  return form;
}

function fromHere(request: FastifyRequest): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined || origin === 'null') return true;
  return URL.canParse(origin) && new URL(origin).host === request.headers.host;
}

export const digestsOf = (form: PortalForm): string[] =>
  form.files.map((file) => createHash('sha256').update(file.bytes).digest('hex'));

/** Files as a multipart body, for handing them on to our own API. */
export function multipartOf(form: PortalForm): { payload: Buffer; contentType: string } {
  const boundary = `yiwang-${createHash('sha256')
    .update(form.files.map((file) => file.bytes.length).join())
    .update(String(process.hrtime.bigint()))
    .digest('hex')
    .slice(0, 32)}`;
  const parts = form.files.flatMap((file) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name.replace(/["\r\n]/g, '_')}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    file.bytes,
    Buffer.from('\r\n'),
  ]);
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    contentType: `multipart/form-data; boundary=${boundary}`,
  };
}
