// SPDX-License-Identifier: Apache-2.0
import type { Body, createVenue as contract } from '@yiwang/contracts';
import { type Clock, invalid, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { nameKey } from './name-key.ts';

/**
 * Registers a place of trade by hand. A site is known by its host, a shop by its address, the others by their account
 * on their platform.
 * @throws AppError `input_invalid` – neither link nor account; `already_there`
 */
export async function createVenue(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  wish: Body<typeof contract>,
): Promise<string> {
  const url = wish.url === null ? null : new URL(wish.url);
  const byAddress = wish.kind === 'site' || wish.kind === 'shop';
  if ((byAddress && url === null) || (url === null && !wish.account?.trim()))
    throw invalid('input_invalid', 'neither link nor account', {
      faults: [{ pointer: byAddress ? '/url' : '/account', reason: 'how is it known' }],
    });
  const host = url?.host.replace(/^www\./, '') ?? '';
  const path = url?.pathname.replace(/\/+$/, '') ?? '';
  const key = wish.account?.trim()
    ? `${wish.kind}:${wish.platformId ?? ''}:${nameKey(wish.account)}`
    : wish.kind === 'site'
      ? host
      : `${host}${path}`;
  const id = uuidv7(clock.now());
  const now = new Date(clock.now());
  const { rows } = await sql`
    insert into venues (venue_id, kind, venue_key, name, url, host, platform_id, subject_id, first_seen_at, last_seen_at)
    select ${id}, ${wish.kind}, ${key}, ${wish.name.trim()}, ${url?.href ?? wish.account ?? ''}, ${url?.host ?? ''},
      (select venue_id from venues where venue_id = ${wish.platformId}),
      (select coalesce(merged_into, subject_id) from subjects where subject_id = ${wish.subjectId}), ${now}, ${now}
    on conflict do nothing returning 1`.execute(tx);
  if (rows.length === 0) throw refused('already_there', `${key} is on file`);
  await recordAudit(tx, clock, actor, {
    action: 'create-venue',
    object: { kind: 'venue', id },
    details: { name: wish.name, kind: wish.kind },
  });
  return id;
}
