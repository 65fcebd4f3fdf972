// SPDX-License-Identifier: Apache-2.0
import { createHash, randomBytes } from 'node:crypto';
import { access, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { failed } from '@yiwang/kernel';

/**
 * Bytes by their SHA-256. Small on purpose: a store of objects elsewhere needs no more. Nothing is ever changed or
 * removed through it.
 */
export interface ContentStore {
  /** Keeps the bytes durably before it answers; the same bytes again change nothing. */
  put(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }>;
  /** The bytes, or null where they are missing. */
  get(sha256: string): Promise<Uint8Array | null>;
  has(sha256: string): Promise<boolean>;
}

/**
 * Files `<folder>/aa/bb/<sha256><extension>`. Written aside, flushed, then renamed, and the folder flushed: after a power
 * cut a name either leads to the whole item or does not exist.
 */
export function contentStore(folder: string, extension = ''): ContentStore {
  const pathOf = (sha256: string): string => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw failed('evidence_missing', `${sha256} is no SHA-256`);
    return join(folder, sha256.slice(0, 2), sha256.slice(2, 4), `${sha256}${extension}`);
  };
  const has = (sha256: string) =>
    access(pathOf(sha256)).then(
      () => true,
      () => false,
    );
  return {
    has,
    async put(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      if (await has(sha256)) return { sha256, bytes: bytes.length };
      const path = pathOf(sha256);
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      const aside = `${path}.${randomBytes(6).toString('hex')}.part`;
      try {
        const file = await open(aside, 'wx', 0o600);
        try {
          await file.writeFile(bytes);
          await file.sync();
        } finally {
          await file.close();
        }
        await rename(aside, path);
      } catch (error) {
        await rm(aside, { force: true });
        throw error;
      }
      const parent = await open(dirname(path), 'r');
      await parent.sync().finally(() => parent.close());
      return { sha256, bytes: bytes.length };
    },
    async get(sha256) {
      try {
        return await readFile(pathOf(sha256));
      } catch (error) {
        if ((error as { code?: string }).code === 'ENOENT') return null;
        throw error;
      }
    },
  };
}

/** Papers and what people hand in: beside the evidence, so that backups carry them. */
export const paperStore = (data: string): ContentStore => contentStore(join(data, 'evidence', 'papers'));
