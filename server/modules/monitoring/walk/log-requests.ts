// SPDX-License-Identifier: Apache-2.0
import type { Exchange } from '@yiwang/collector';
import { type Clock, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

export type Outcome = 'page' | 'unchanged' | 'barred' | 'failed' | 'other';

export interface LoggedRequest {
  patrolId: string | null;
  entryId: string | null;
  url: string;
  method: string;
  status: number | null;
  outcome: Outcome;
  /** ms */
  at: number;
  ms: number | null;
  bytes: number | null;
  title?: string | null;
  listings?: number;
  hits?: number;
  note?: string | null;
  /** Why the site is looked at at all. */
  ground: string;
  address: string | null;
}

/** Enters requests into the log; nobody can change or remove a line. */
export async function logRequests(tx: Tx, clock: Clock, requests: readonly LoggedRequest[]): Promise<void> {
  for (const request of requests)
    await sql`
      insert into request_log (request_id, patrol_id, entry_id, url, host, method, status, outcome, at, ms, bytes, title,
        listings, hits, note, ground, remote_address)
      values (${uuidv7(clock.now())}, ${request.patrolId}, ${request.entryId}, ${request.url},
        ${URL.canParse(request.url) ? new URL(request.url).host : ''}, ${request.method}, ${request.status},
        ${request.outcome}, ${new Date(request.at)}, ${request.ms}, ${request.bytes}, ${request.title ?? null},
        ${request.listings ?? 0}, ${request.hits ?? 0}, ${request.note ?? null}, ${request.ground},
        ${request.address})`.execute(tx);
}

/** One line an exchange: each redirect, then what they led to. */
export function linesOf(
  exchange: Exchange,
  about: { patrolId: string | null; entryId: string | null; ground: string; outcome: Outcome } & Pick<
    LoggedRequest,
    'title' | 'listings' | 'hits' | 'note'
  >,
): LoggedRequest[] {
  const line = (one: Exchange, outcome: Outcome): LoggedRequest => ({
    patrolId: about.patrolId,
    entryId: about.entryId,
    url: one.redirects.length > 0 ? one.finalUrl : one.url,
    method: one.method,
    status: one.status === 0 ? null : one.status,
    outcome,
    at: one.startedAt,
    ms: one.ms,
    bytes: one.wireBody.length,
    ground: about.ground,
    address: one.remoteAddress,
  });
  const { title, listings, hits, note } = about;
  return [
    ...exchange.redirects.map((hop) => ({ ...line(hop, 'other'), note: 'redirect' })),
    {
      ...line(exchange, about.outcome),
      title: title ?? null,
      listings: listings ?? 0,
      hits: hits ?? 0,
      note: note ?? exchange.error?.message ?? null,
    },
  ];
}
