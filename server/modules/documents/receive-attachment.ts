// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import type { FastifyRequest } from 'fastify';
import type { App } from '../../platform/app.ts';
import { type Attachment, mediaTypeOf } from '../../platform/files/index.ts';
import { paperStore } from '../../platform/store/content-store.ts';

const LIMIT = 10 * 1024 * 1024;

/** Reads the one file of a multipart call, looks at its bytes and keeps them. @throws AppError `attachment_refused` */
export async function receiveAttachment(app: App, request: FastifyRequest): Promise<Attachment> {
  if (!request.isMultipart()) throw invalid('attachment_refused', 'not multipart/form-data');
  const part = await request.file({ limits: { fileSize: LIMIT, files: 1 } });
  if (!part) throw invalid('attachment_refused', 'no file in it');
  return keepBytes(app, part.filename, await part.toBuffer());
}

/** The same for bytes that were read before. */
export async function keepBytes(app: App, name: string, bytes: Uint8Array): Promise<Attachment> {
  const mediaType = mediaTypeOf(bytes);
  return { name, mediaType, ...(await paperStore(app.settings.data).put(bytes)) };
}
