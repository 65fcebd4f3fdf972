// SPDX-License-Identifier: Apache-2.0
import { templateDistance } from '@yiwang/extraction';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { type Reason, WEIGHT } from './reasons.ts';

const FIELDS = { uscc: 'uscc', icp: 'icp', phone: 'contact', mail: 'contact' } as const;
/** Bits of 64 in which pages of one template may differ. */
const SAME_TEMPLATE = 3;
/** A number that so many venues share says nothing (a hosting firm's hotline). */
const TOO_COMMON = 30;

/**
 * What a candidate's first page has in common with venues of the register: the same code, filing number, contact or
 * template. A venue with confirmed hits weighs more.
 */
export async function reasonsOf(
  tx: Tx,
  page: {
    url: string;
    uscc: string | null;
    icp: readonly string[];
    contacts: readonly string[];
    template: string | null;
  },
): Promise<Reason[]> {
  const values = [...new Set([...(page.uscc === null ? [] : [page.uscc]), ...page.icp, ...page.contacts])];
  const { host } = new URL(page.url);
  const shared = await sql<{
    field: keyof typeof FIELDS;
    value: string;
    venue_id: string;
    confirmed: number;
    venues: number;
  }>`
    select f.field, f.value, (array_agg(v.venue_id order by f.first_seen_at))[1] as venue_id,
      count(distinct v.venue_id) as venues,
      coalesce(sum((select count(*) from hits h join verdicts d on d.verdict_id = h.verdict_id
        where h.venue_id = v.venue_id and d.verdict = 'confirmed')), 0) as confirmed
    from facts f join venues v on v.venue_id = f.object_id
    where f.field in ('uscc', 'icp', 'phone', 'mail') and f.value = any(${values}::text[]) and v.host <> ${host}
    group by 1, 2`.execute(tx);
  const reasons: Reason[] = shared.rows
    .filter((row) => row.venues <= TOO_COMMON)
    .map((row) => ({
      kind: FIELDS[row.field],
      detail: row.value,
      source: page.url,
      fromVenueId: row.venue_id,
      weight: Math.min(0.9, WEIGHT[FIELDS[row.field]] + (row.confirmed > 0 ? 0.2 : 0)),
    }));
  const twin = await sameTemplate(tx, page.template, host);
  if (twin !== null)
    reasons.push({
      kind: 'template',
      detail: twin.template,
      source: page.url,
      fromVenueId: twin.venueId,
      weight: WEIGHT.template,
    });
  return reasons;
}

/** The venue whose first page has most nearly this template; only venues with a confirmed hit make it telling. */
async function sameTemplate(
  tx: Tx,
  template: string | null,
  host: string,
): Promise<{ venueId: string; template: string } | null> {
  if (template === null) return null;
  const { rows } = await sql<{ venue_id: string; template: string }>`
    select t.venue_id, t.template from venue_templates t join venues v on v.venue_id = t.venue_id
    where v.host <> ${host} and exists (select 1 from hits h join verdicts d on d.verdict_id = h.verdict_id
      where d.verdict = 'confirmed' and (h.venue_id = t.venue_id
        or h.venue_id in (select venue_id from venues s where s.platform_id = t.venue_id)))
    order by t.seen_at desc limit 5000`.execute(tx);
  const near = rows
    .map((row) => ({ ...row, distance: templateDistance(row.template, template) }))
    .filter((row) => row.distance <= SAME_TEMPLATE)
    .sort((a, b) => a.distance - b.distance)[0];
  return near ? { venueId: near.venue_id, template: near.template } : null;
}
