// SPDX-License-Identifier: Apache-2.0

import { urlKey } from '@yiwang/collector';
import type { ShopView } from '@yiwang/contracts';
import { invalid } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';
import { factsOf } from './facts-of.ts';
import type { RegistryPorts } from './ports.ts';
import { selectVenues } from './venue-view.ts';

function readLink(link: string): URL {
  const text = link.trim();
  const href = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || !(url.hostname.includes('.') || url.port !== ''))
    throw invalid('link_unreadable', 'not a web address');
  return url;
}

/**
 * Who is behind a link: the shop whose page it is, else the shop of that address, else the site of that host.
 * Registration facts only: hits, leads and verdicts are suspicions and never leave the house this way.
 * @throws AppError `link_unreadable`
 */
export async function lookUpShop(tx: Tx, ports: RegistryPorts, link: string): Promise<ShopView> {
  const url = readLink(link);
  const key = urlKey(url.href);
  const byPage = await ports.venueOfPage(tx, key);
  const [venue] = await selectVenues(
    tx,
    sql`where v.venue_id = ${byPage} or v.venue_key in (${key}, ${url.host.replace(/^www\./, '')})
      order by (v.venue_id = ${byPage}) desc nulls last, (v.kind = 'shop') desc limit 1`,
  );
  if (!venue)
    return {
      known: false,
      url: url.href,
      name: null,
      platform: null,
      operator: null,
      firstSeenAt: null,
      lastSeenAt: null,
    };
  return {
    known: true,
    url: venue.url,
    name: venue.name,
    platform: venue.platform_name,
    operator: venue.subject_id === null ? null : await operatorOf(tx, venue.subject_id, venue.venue_id),
    firstSeenAt: venue.first_seen_at.toISOString(),
    lastSeenAt: venue.last_seen_at.toISOString(),
  };
}

async function operatorOf(tx: Tx, subjectId: string, venueId: string): Promise<ShopView['operator']> {
  const { rows } = await sql<{ name: string; uscc: string | null; uscc_valid: boolean | null }>`
    select name, uscc, uscc_valid from subjects where subject_id = ${subjectId}`.execute(tx);
  const subject = rows[0];
  if (!subject) return null;
  const facts = [...(await factsOf(tx, venueId)), ...(await factsOf(tx, subjectId))];
  const shown = facts.find((fact) => fact.field === 'uscc');
  return {
    name: subject.name,
    uscc: subject.uscc ?? shown?.value ?? null,
    usccValid: subject.uscc === null ? (shown?.valid ?? null) : subject.uscc_valid,
    icp: [...new Set(facts.filter((fact) => fact.field === 'icp').map((fact) => fact.value))],
  };
}
