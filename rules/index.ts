// SPDX-License-Identifier: Apache-2.0
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invalid } from '@yiwang/kernel';

/** Where the packs of this release lie. */
export const packsFolder = fileURLToPath(new URL('./packs/', import.meta.url));

/** Where the rules about venues of this release lie (data of `evaluateVenue`). */
export const venueFolder = fileURLToPath(new URL('./venue/', import.meta.url));

/** The rules about venues, not checked yet: `parseVenuePacks` of `@yiwang/screening` does that. @throws as `readPacks` */
export const readVenuePacks = (folder: string = venueFolder): unknown[] => readPacks(folder);

/**
 * Reads every `*.json` below a folder (default: the packs of this release), in the order of their paths.
 * They are not checked yet: `parsePacks` of `@yiwang/screening` does that.
 * @throws AppError `rules.unreadable` when the folder is missing or a file is no JSON.
 */
export function readPacks(folder: string = packsFolder): unknown[] {
  const files: string[] = [];
  try {
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && entry.name.endsWith('.json')) files.push(join(entry.parentPath, entry.name));
  } catch (cause) {
    throw invalid('rules.unreadable', `cannot read the rules in ${folder}: ${(cause as Error).message}`, {
      cause,
    });
  }
  return files.sort().map((file) => {
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as unknown;
    } catch (cause) {
      throw invalid('rules.unreadable', `${file} is no JSON: ${(cause as Error).message}`, { cause });
    }
  });
}
