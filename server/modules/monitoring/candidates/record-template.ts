// SPDX-License-Identifier: Apache-2.0
import type { Exchange } from '@yiwang/collector';
import { decodePage, templateHash } from '@yiwang/extraction';
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';

/** Keeps the fingerprint of a site's first page, for candidates of the same template. */
export async function recordTemplate(
  tx: Tx,
  clock: Clock,
  siteId: string,
  exchange: Exchange,
): Promise<void> {
  const template = templateHash(decodePage(exchange.body, exchange.headers['content-type'] ?? null).text);
  if (template === null) return;
  await sql`
    insert into venue_templates (venue_id, template, seen_at)
    values (${siteId}, ${template}, ${new Date(clock.now())})
    on conflict (venue_id) do update set template = excluded.template, seen_at = excluded.seen_at`.execute(
    tx,
  );
}
