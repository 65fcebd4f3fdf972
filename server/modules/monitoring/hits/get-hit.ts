// SPDX-License-Identifier: Apache-2.0

import { urlKey } from '@yiwang/collector';
import type { HitDetail } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import type { Finding } from '@yiwang/screening';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { operatorOf } from '../../registry/index.ts';
import { comebacksOf } from '../changes/comebacks.ts';
import { viewFinding } from './finding-view.ts';
import { selectHits } from './hit-view.ts';
import { livenessOf } from './liveness.ts';
import { rulePrecision } from './precision.ts';

interface DetailRow {
  listing_id: string | null;
  findings: Finding[];
  boxes: HitDetail['boxes'];
  screenshot: HitDetail['screenshot'];
  texts: Record<string, string> | null;
}

/** One hit with everything an officer judges by. @throws AppError `not_found` */
export async function getHit(tx: Tx, id: string): Promise<HitDetail> {
  const [hit] = await selectHits(tx, sql`where h.hit_id = ${id}`);
  if (!hit) throw refused('not_found', `hit ${id}`);
  const { rows } = await sql<DetailRow>`
    select h.listing_id, h.findings, h.boxes, h.screenshot, coalesce(h.texts, v.texts) as texts from hits h
    left join listing_versions v on v.listing_id = h.listing_id and v.version = h.version
    where h.hit_id = ${id}`.execute(tx);
  const { listing_id, findings, boxes, screenshot, texts } = rows[0]!;
  const precision = (await rulePrecision(tx, [hit.rule])).get(hit.rule);
  const operator = hit.venueId === null ? null : await operatorOf(tx, hit.venueId);
  return {
    hit,
    findings: findings.map(viewFinding),
    texts: texts ?? { title: hit.title },
    operator: operator && { subjectId: operator.id, name: operator.name, uscc: operator.uscc },
    precision: { right: precision?.right ?? 0, judged: precision?.judged ?? 0 },
    liveness: await livenessOf(tx, {
      listingId: listing_id,
      pageKey: urlKey(hit.url),
      since: new Date(hit.foundAt),
    }),
    boxes,
    screenshot,
    comebacks: await comebacksOf(tx, listing_id),
    siblings: await selectHits(
      tx,
      sql`where ${listing_id === null ? sql`h.venue_id = ${hit.venueId} and h.listing_id is null` : sql`h.listing_id = ${listing_id}`}
        and h.hit_id <> ${id} order by h.risk desc, h.hit_id limit 20`,
    ),
  };
}
