// SPDX-License-Identifier: Apache-2.0
import { urlKey } from '@yiwang/collector';
import type { Clock } from '@yiwang/kernel';
import type { Finding } from '@yiwang/screening';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { cite } from '../../../platform/files/index.ts';
import { type LeadPacket, openLead } from '../../leads/index.ts';
import { describeVenue } from '../../registry/index.ts';
import { ruleTitle } from '../rules/engine.ts';
import { viewFinding } from './finding-view.ts';

interface Row {
  listing_id: string | null;
  rule: string;
  label: string;
  severity: 'info' | 'slight' | 'serious' | 'major';
  title: string;
  url: string;
  price: number | null;
  currency: string | null;
  shop: string | null;
  venue_id: string | null;
  evidence_id: string | null;
  findings: Finding[];
  texts: Record<string, string> | null;
  found_at: Date;
}

/** What is suspected under one rule: its strongest finding in the packet, all of them in the evidence. */
export function suspicionOf(
  rule: string,
  findings: readonly Finding[],
  hitId: string | null,
): LeadPacket['suspected'][number] {
  const [first] = findings.toSorted((a, b) => b.confidence - a.confidence);
  return {
    hitId,
    rule,
    label: first!.label,
    title: ruleTitle(rule),
    severity: first!.severity,
    finding: viewFinding(first!),
    basis: cite(first!.basis),
  };
}

/** Makes the lead of a confirmed hit with the standard packet. @returns its id */
export async function leadOfHit(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  made: { hitId: string; verdictId: string; note: string | null },
): Promise<string> {
  const { rows } = await sql<Row>`
    select h.listing_id, h.rule, h.label, h.severity, h.title, h.url, h.price, h.currency, h.shop, h.venue_id,
      h.evidence_id, h.findings, coalesce(h.texts, v.texts) as texts, h.found_at
    from hits h left join listing_versions v on v.listing_id = h.listing_id and v.version = h.version
    where h.hit_id = ${made.hitId}`.execute(tx);
  const hit = rows[0]!;
  const { venue, subject } = await describeVenue(tx, hit.venue_id);
  return openLead(tx, clock, actor, {
    source: 'patrol',
    origin: `verdict:${made.verdictId}`,
    packet: {
      subject,
      venue,
      object: {
        title: hit.title,
        url: hit.url,
        price: hit.price,
        currency: hit.currency,
        texts: hit.texts ?? { title: hit.title },
      },
      suspected: [{ ...suspicionOf(hit.rule, hit.findings, made.hitId), severity: hit.severity }],
    },
    pageKey: urlKey(hit.url),
    listingId: hit.listing_id,
    shop: hit.shop,
    evidenceIds: hit.evidence_id === null ? [] : [hit.evidence_id],
    foundBy: null,
    foundAt: hit.found_at.getTime(),
    note: made.note,
  });
}
