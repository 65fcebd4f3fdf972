// SPDX-License-Identifier: Apache-2.0
import type { Evidence } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';

interface EvidenceRow {
  evidence_id: string;
  sha256: string;
  sm3: string;
  bytes: number;
  url: string;
  title: string | null;
  captured_at: Date;
  created_at: Date;
  has_screenshot: boolean;
  patrol_id: string | null;
  venue_id: string | null;
}

/** Items that the actor may see; `rest` is everything from `where` on. */
export async function selectEvidence(
  tx: Tx,
  rest: RawBuilder<unknown>,
): Promise<(Evidence & { createdAt: string })[]> {
  const { rows } = await sql<EvidenceRow>`
    select evidence_id, sha256, sm3, bytes, url, title, captured_at, created_at, has_screenshot, patrol_id, venue_id
    from evidence ${rest}`.execute(tx);
  return rows.map((row) => ({
    id: row.evidence_id,
    url: row.url,
    title: row.title,
    capturedAt: row.captured_at.toISOString(),
    createdAt: row.created_at.toISOString(),
    bytes: row.bytes,
    sha256: row.sha256,
    sm3: row.sm3,
    hasScreenshot: row.has_screenshot,
    patrolId: row.patrol_id,
    venueId: row.venue_id,
  }));
}

/** Those of these items that the actor may see, oldest first. */
export async function evidenceItems(tx: Tx, ids: readonly string[]): Promise<Evidence[]> {
  if (ids.length === 0) return [];
  return selectEvidence(
    tx,
    sql`where evidence_id = any(${[...ids]}::uuid[]) order by created_at, evidence_id`,
  );
}

/** @throws AppError `not_found` */
export async function findEvidence(tx: Tx, id: string): Promise<Evidence> {
  const [item] = await evidenceItems(tx, [id]);
  if (!item) throw refused('not_found', `evidence ${id}`);
  return item;
}
