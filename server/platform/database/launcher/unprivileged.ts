// SPDX-License-Identifier: Apache-2.0
import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';
import { failed } from '@yiwang/kernel';

/** How a program that refuses uid 0 is started. */
export interface Unprivileged {
  way: 'as-is' | 'user-namespace' | 'nobody';
  /** Words put before the program. */
  prefix: string[];
  uid?: number;
  gid?: number;
}

const NOBODY = 65_534;

/**
 * PostgreSQL refuses uid 0. As root: (a) a user namespace that shows root as nobody – no chown, works under a 0700
 * home; (b) really as nobody, where every parent folder lets it through; (c) one clear sentence.
 * `folders` are those the program must reach; `own` is the one it must own.
 */
export function findUnprivileged(folders: string[], own: string): Unprivileged {
  if (process.getuid?.() !== 0 && hasName()) return { way: 'as-is', prefix: [] };
  const namespace = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];
  const owner = existsSync(own) ? statSync(own).uid : process.getuid?.();
  if (owner === process.getuid?.() && spawnSync(namespace[0]!, [...namespace.slice(1), 'true']).status === 0)
    return { way: 'user-namespace', prefix: namespace };
  if (process.getuid?.() !== 0)
    throw failed(
      'database_needs_user',
      `PostgreSQL needs a user with a name and uid ${process.getuid?.()} has none, and user namespaces are off here: add it to /etc/passwd, or set DATABASE_URL.`,
    );
  // The data folder is ours: let nobody pass through it (not list it); what lies in it stays closed.
  const data = dirname(own);
  if (existsSync(data) && statSync(data).uid === 0) chmodSync(data, (statSync(data).mode & 0o777) | 0o011);
  const closed = [...folders, own].map(firstClosedParent).find((folder) => folder !== null);
  if (closed === undefined || closed === null) {
    chownTree(own, NOBODY);
    return { way: 'nobody', prefix: [], uid: NOBODY, gid: NOBODY };
  }
  throw failed(
    'database_needs_user',
    `PostgreSQL refuses to run as root; user namespaces are off here and "nobody" may not pass ${closed}: start as an ordinary user, or set DATABASE_URL.`,
  );
}

/** initdb looks its user up; containers like to run under numbers that nobody has written down. */
function hasName(): boolean {
  try {
    userInfo();
    return true;
  } catch {
    return false;
  }
}

function firstClosedParent(path: string): string | null {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return folder;
    if (folder === dirname(folder)) return null;
  }
}

function chownTree(path: string, id: number): void {
  if (!existsSync(path)) return;
  chownSync(path, id, id);
  if (!lstatSync(path).isDirectory()) return;
  for (const name of readdirSync(path)) chownTree(join(path, name), id);
}
