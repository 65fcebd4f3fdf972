// SPDX-License-Identifier: Apache-2.0
import type { Operator, PageFacts } from '@yiwang/extraction';
import type { Clock } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import { linkVenue, recordFacts, type SeenFact, upsertSubject, upsertVenue } from '../../registry/index.ts';

/** Letters and digits only: how shops of one site are told apart by name. */
const shopKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

export interface PageVenues {
  siteId: string;
  /** Shop that the whole page belongs to, where it belongs to one. */
  shopId: string | null;
  /** Venue of a listing by the name of its shop. */
  byShop: Map<string, string>;
  pageVenueId: string;
}

const factsOf = (operator: Operator): SeenFact[] => [
  ...(operator.name ? [{ field: 'name', value: operator.name }] : []),
  ...(operator.uscc ? [{ field: 'uscc', value: operator.uscc, valid: operator.usccValid }] : []),
  ...operator.icp.map((value) => ({ field: 'icp', value })),
  ...operator.police.map((value) => ({ field: 'police', value })),
  ...operator.phones.map((value) => ({ field: 'phone', value })),
  ...operator.mails.map((value) => ({ field: 'mail', value })),
  ...(operator.address ? [{ field: 'address', value: operator.address }] : []),
  ...operator.licences.map((one) => ({
    field: `licence:${one.kind}`,
    value: one.number,
    valid: one.valid ?? null,
  })),
];

const shopNames = (facts: PageFacts): string[] => [
  ...new Set(facts.listings.map((listing) => listing.shop ?? listing.seller).filter((name) => name !== null)),
];

/**
 * Where a page trades: the site of its host, the shops its listings name, and the one shop it belongs to as a whole –
 * all listings of one shop, or a page whose title carries the name of a shop that is known on this site.
 */
export async function recordVenues(tx: Tx, clock: Clock, facts: PageFacts, url: string): Promise<PageVenues> {
  const { origin, host } = new URL(url);
  const siteKey = host.replace(/^www\./, '');
  const isHome = new URL(url).pathname === '/';
  const known = await sql<{ venue_id: string }>`
    select venue_id from venues where venue_key = ${siteKey}`.execute(tx);
  const siteId =
    known.rows[0] && !isHome
      ? known.rows[0].venue_id
      : await upsertVenue(tx, clock, {
          kind: 'site',
          key: siteKey,
          name: isHome ? siteNameOf(facts.title, host) : host,
          url: `${origin}/`,
          host,
        });
  const names = shopNames(facts);
  const byShop = new Map<string, string>();
  for (const name of names.toSorted())
    byShop.set(
      name,
      await upsertVenue(tx, clock, {
        kind: 'shop',
        key: `${siteKey}#${shopKey(name)}`,
        name,
        url,
        host,
        platformId: siteId,
      }),
    );
  let shopId = names.length === 1 && facts.kindHint !== 'list' ? byShop.get(names[0]!)! : null;
  if (names.length === 0 && facts.title !== '') {
    const titled = await sql<{ venue_id: string }>`
      select venue_id from venues where platform_id = ${siteId} and length(name) >= 2
        and position(name in ${facts.title}) > 0 order by length(name) desc limit 1`.execute(tx);
    shopId = titled.rows[0]?.venue_id ?? null;
  }
  return { siteId, shopId, byShop, pageVenueId: shopId ?? siteId };
}

/** `首页 - 样集市` → `样集市`: the part of a home page's title that is not "home". */
function siteNameOf(title: string, host: string): string {
  const parts = title
    .split(/\s+[-–—|_·]\s+|[|_]/)
    .map((part) => part.trim())
    .filter((part) => part !== '' && !/^(?:首页|主页|home|index|welcome|欢迎.*)$/i.test(part));
  return parts[0] ?? host;
}

/**
 * Notes the operators a page names. On a page of a shop they are the shop's, except the operator of the site itself,
 * who stands in every footer.
 */
export async function recordOperators(
  tx: Tx,
  clock: Clock,
  facts: PageFacts,
  venues: PageVenues,
  seen: { url: string; evidenceId: string | null },
): Promise<void> {
  const site = await sql<{ subject_id: string | null; name: string | null }>`
    select v.subject_id, s.name from venues v left join subjects s on s.subject_id = v.subject_id
    where v.venue_id = ${venues.siteId}`.execute(tx);
  const source = { source: 'patrol', url: seen.url, evidenceId: seen.evidenceId };
  for (const operator of facts.operators) {
    const noted = factsOf(operator);
    if (noted.length === 0) continue;
    const isSite = operator.name !== null && shopKey(operator.name) === shopKey(site.rows[0]?.name ?? '');
    const venueId = venues.shopId !== null && !isSite ? venues.shopId : venues.siteId;
    // A page of no shop that names a stranger (a directory, an article) says nothing of the site.
    if (venues.shopId === null && !isSite && site.rows[0]?.subject_id != null) continue;
    // Words read in a picture are less sure than those of the page: their source says so, and where the picture is.
    const from =
      operator.picture === undefined
        ? source
        : { ...source, source: 'picture', url: operator.picture.slice(0, 2000) };
    await recordFacts(tx, clock, venueId, noted, from);
    if (operator.name === null) continue;
    const subjectId = await upsertSubject(tx, clock, {
      name: operator.name,
      uscc: operator.uscc,
      usccValid: operator.usccValid,
    });
    await linkVenue(tx, venueId, subjectId);
    await recordFacts(tx, clock, subjectId, noted, from);
  }
}
