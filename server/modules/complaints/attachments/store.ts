// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { App } from '../../../platform/app.ts';

const folderOf = (app: App, sha256: string): string =>
  join(app.settings.data, 'attachments', sha256.slice(0, 2));

/** Keeps the bytes durably before anything says that they arrived; equal bytes are kept once. */
export async function keepBytes(app: App, bytes: Uint8Array): Promise<string> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const folder = folderOf(app, sha256);
  const path = join(folder, sha256);
  const there = await stat(path).catch(() => null);
  if (there?.size === bytes.length) return sha256;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomBytes(6).toString('hex')}.part`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.datasync();
    } finally {
      await file.close();
    }
    await rename(aside, path);
  } catch (error) {
    await rm(aside, { force: true });
    throw error;
  }
  return sha256;
}

/** The bytes of a digest, or null where the file is missing. */
export async function bytesOf(app: App, sha256: string): Promise<Buffer | null> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
  return readFile(join(folderOf(app, sha256), sha256)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
}
