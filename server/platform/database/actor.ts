// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Db, Tx } from './db.ts';

/** On whose behalf a transaction runs. The database's policies see exactly this and nothing else. */
export interface Actor {
  /** `link`: somebody outside, through a link that opens one file. */
  kind: 'person' | 'system' | 'public' | 'link';
  /** Null for the system and the public. */
  personId: string | null;
  name: string;
  agencyId: string | null;
  /** Path of the agency, division codes joined by dots: `000000.900000`. The scope is everything at or under it. */
  agencyPath: string;
  roles: readonly string[];
  /** Bearer tokens only: what the token may do. Null: everything the roles may. */
  scopes: readonly string[] | null;
  /** Absent colleagues whose roles the person holds today beside the own ones. */
  standsInFor?: readonly { name: string; roles: readonly string[] }[];
  /** The own roles, where others' are in `roles` too. */
  ownRoles?: readonly string[];
}

/** Root of all agencies of the register. */
export const ROOT_PATH = '000000';

/** Nobody: reads nothing that is guarded. */
export const publicActor: Actor = {
  kind: 'public',
  personId: null,
  name: 'public',
  agencyId: null,
  agencyPath: '',
  roles: [],
  scopes: null,
};

/** The machine: works for the whole register, under the same policies. `name` says which part of it acts. */
export const systemActor = (name: string): Actor => ({
  kind: 'system',
  personId: null,
  name: `system:${name}`,
  agencyId: null,
  agencyPath: ROOT_PATH,
  roles: ['system'],
  scopes: null,
});

/**
 * The half-open range of paths at or under `path`: [`000000.90`, `000000.90/`), because `/` follows the dot and
 * stands before the digits.
 * Ranges instead of LIKE: they are leakproof, so an index serves them under a policy.
 */
export function pathRange(path: string): { lo: string; hi: string } {
  return path === '' ? { lo: '', hi: '' } : { lo: path, hi: `${path}/` };
}

/**
 * One transaction as this actor. The settings are local to the transaction, so a pooled connection never carries
 * somebody's scope to the next.
 */
export async function withActor<T>(db: Db, actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await setActor(tx, actor);
    return fn(tx);
  });
}

/** One transaction for the machine itself (jobs, reference data). `name` goes to the audit. */
export async function withSystem<T>(db: Db, name: string, fn: (tx: Tx) => Promise<T>): Promise<T> {
  return withActor(db, systemActor(name), fn);
}

async function setActor(tx: Tx, actor: Actor): Promise<void> {
  const { lo, hi } = pathRange(actor.agencyPath);
  await sql`select set_config('yiwang.kind', ${actor.kind}, true),
    set_config('yiwang.person', ${actor.personId ?? ''}, true),
    set_config('yiwang.agency_path', ${actor.agencyPath}, true),
    set_config('yiwang.scope_lo', ${lo}, true),
    set_config('yiwang.scope_hi', ${hi}, true),
    set_config('yiwang.roles', ${actor.roles.join(',')}, true)`.execute(tx);
}
