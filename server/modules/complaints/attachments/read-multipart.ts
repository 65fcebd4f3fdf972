// SPDX-License-Identifier: Apache-2.0
import { type AppError, invalid } from '@yiwang/kernel';
import type { FastifyRequest } from 'fastify';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Clean, Default } from 'typebox/value';
import { MAX_ATTACHMENT_BYTES } from './sniff.ts';

export interface GivenFile {
  name: string;
  bytes: Buffer;
}

const MAX_FILES = 5;
const MAX_JSON = 256 * 1024;

const isMultipart = (request: FastifyRequest): boolean =>
  /^multipart\/form-data/i.test(request.headers['content-type'] ?? '');

/** A name that is safe to show and to hand out: no path, no control signs, not endless. */
export const safeName = (name: string | undefined): string =>
  ((name ?? '').normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069"<>|:*?]/g, '')
    .trim()
    .slice(-120) || 'file';

const tooMany = (): AppError =>
  invalid('proof_refused', 'too many or too large', {
    faults: [{ field: 'file', reason: `at most ${MAX_FILES} files of 20 MB at a time` }],
  });

/** The JSON and the files of a call that takes both. @throws AppError `input_invalid`, `proof_refused` */
export async function readMultipart(request: FastifyRequest): Promise<{ json: unknown; files: GivenFile[] }> {
  if (!isMultipart(request)) return { json: request.body, files: [] };
  const files: GivenFile[] = [];
  let json: unknown;
  try {
    for await (const part of request.parts({
      limits: {
        fileSize: MAX_ATTACHMENT_BYTES,
        files: MAX_FILES,
        fieldSize: MAX_JSON,
        fields: 20,
        parts: 25,
      },
    })) {
      if (part.type === 'file') {
        const bytes = await part.toBuffer();
        // A browser sends an empty part for a field that nothing was chosen in.
        if (bytes.length > 0 || part.filename) files.push({ name: safeName(part.filename), bytes });
      } else if (part.fieldname === 'filing') json = parse(String(part.value));
    }
  } catch (error) {
    if (
      /^FST_(REQ_FILE_TOO_LARGE|FILES_LIMIT|PARTS_LIMIT|FIELDS_LIMIT)$/.test(
        (error as { code?: string }).code ?? '',
      )
    )
      throw tooMany();
    throw error;
  }
  return { json, files: files.filter((file) => file.bytes.length > 0) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('input_invalid', 'the part `filing` is no JSON', {
      faults: [{ field: 'filing', reason: 'not JSON' }],
    });
  }
}

/** Checks JSON that came in a part as the house checks a body: unknown members go, faults are named. */
export function checkBody<T>(schema: TSchema, value: unknown): T {
  const checker = Compile(schema);
  const clean = Clean(schema, Default(schema, structuredClone(value ?? {})));
  if (checker.Check(clean)) return clean as T;
  throw invalid('input_invalid', 'the filing does not fit', {
    faults: checker
      .Errors(clean)
      .slice(0, 20)
      .map((one) => ({ pointer: one.instancePath, reason: one.message })),
  });
}
