// SPDX-License-Identifier: Apache-2.0
import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { failed } from '@yiwang/kernel';

/** Where the key lies unless `YIWANG_SEAL_KEYS` names keys: one a line, base64, the first seals, all open. */
export const sealKeyFile = (data: string): string => join(data, 'keys', 'seal.keys');

/** Keys of the setting, else of the key file, which the first start makes. Throws `seal_key_unreadable`. */
export function readSealKeys(settings: { data: string; sealKeys: string | null }): Buffer[] {
  if (settings.sealKeys !== null) return parseKeys(settings.sealKeys, 'YIWANG_SEAL_KEYS');
  const file = sealKeyFile(settings.data);
  return parseKeys(readOrMake(file), file);
}

function parseKeys(text: string, from: string): Buffer[] {
  const keys = text
    .split(/[\s,]+/)
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line, 'base64'));
  if (keys.length === 0 || keys.some((key) => key.length !== 32))
    throw failed(
      'seal_key_unreadable',
      `${from} must hold keys of 32 bytes in base64, one a line. Bring back the file from its safe copy: what it sealed cannot be read without it.`,
    );
  return keys;
}

function readOrMake(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  mkdirSync(join(file, '..'), { recursive: true, mode: 0o700 });
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, `${randomBytes(32).toString('base64')}\n`, { mode: 0o600, flush: true });
  try {
    linkSync(mine, file); // atomic: service and worker may start together, one key wins
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(mine, { force: true });
  }
  return readFileSync(file, 'utf8');
}
