// SPDX-License-Identifier: Apache-2.0
import { AppError } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import type { Subscription } from '../../../platform/events/subscription.ts';
import type { FilingPorts } from '../ports.ts';

const SLOT_MS = 10 * 60_000;

/**
 * Asks for a capture and screening of the page that a filing names: one an address and ten minutes, however many file.
 * The ground of the visit names no filing: whoever watches patrols learns of no complaint.
 */
async function queueCapture(tx: Tx, app: App, ports: FilingPorts, filingId: string): Promise<void> {
  const { rows } = await sql<{ shop_url: string; page_key: string }>`
    select shop_url, page_key from filings where filing_id = ${filingId} and page_key is not null
      and shop_url is not null`.execute(tx);
  const page = rows[0];
  if (!page) return;
  const now = app.clock.now();
  const slot = new Date(now - (now % SLOT_MS));
  const fresh = await sql`
    insert into filing_captures (page_key, slot, asked_at) values (${page.page_key}, ${slot}, ${new Date(now)})
    on conflict do nothing returning 1`.execute(tx);
  await sql`
    insert into filing_capture_links (filing_id, page_key, slot) values (${filingId}, ${page.page_key}, ${slot})
    on conflict do nothing`.execute(tx);
  if (fresh.rows.length === 0) return;
  try {
    const patrolId = await ports.capture(tx, app, page.shop_url, 'filing received / 来件取证');
    await sql`update filing_captures set patrol_id = ${patrolId}
      where page_key = ${page.page_key} and slot = ${slot}`.execute(tx);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'address_refused') throw error;
    await sql`update filing_captures set problem = ${error.code}
      where page_key = ${page.page_key} and slot = ${slot}`.execute(tx);
  }
}

export const captureOnFiling = (ports: FilingPorts): Subscription => ({
  event: 'filing.received',
  subscriber: 'complaints.queue-capture',
  handle: (tx, event, app) => queueCapture(tx, app, ports, event.objectId),
});
