// SPDX-License-Identifier: Apache-2.0
import { Kysely, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { Tables } from './tables.ts';

/** Reads outside a transaction see nothing under row-level security: use `withActor`. */
export type Db = Kysely<Tables>;
/** Writers take a transaction; so do reads of scoped tables. */
export type Tx = Transaction<Tables>;

const INT8 = 20;
const NUMERIC = 1700;
const DATE = 1082;

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (format !== 'binary') {
      if (oid === INT8) return parseBigint;
      if (oid === NUMERIC) return Number;
      // A legal day has no zone: it stays `YYYY-MM-DD`.
      if (oid === DATE) return (text: string) => text;
    }
    return pg.types.getTypeParser(oid, format as 'text');
  }) as typeof pg.types.getTypeParser,
};

/** Decided once: bigint is a number; one beyond 2^53 is a fault, never a wrong value. */
function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`bigint ${text} does not fit a number`);
  return value;
}

/** As which role a pool works. `owner` is for migrations and named maintenance only. */
export type DatabaseRole = 'owner' | 'yiwang_app' | 'yiwang_worker';

export interface PoolOptions {
  url: string;
  role: DatabaseRole;
  max: number;
  name: string;
  /** Where errors of idle connections go; they are replaced by themselves. */
  onError?: (error: Error) => void;
}

/** A pool whose every connection is under `role` from its first statement on. */
export function openPool(options: PoolOptions): pg.Pool {
  const role = options.role === 'owner' ? '' : `-c role=${options.role}`;
  const limits = options.role === 'yiwang_app' ? ' -c statement_timeout=30000 -c lock_timeout=10000' : '';
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    application_name: options.name,
    options: `${role}${limits} -c timezone=UTC`.trim(),
    types,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  });
  pool.on('error', options.onError ?? (() => undefined));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

/** A typed query builder over a pool; `destroy()` ends the pool. */
export function openDb(pool: pg.Pool): Db {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
}
