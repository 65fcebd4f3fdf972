// SPDX-License-Identifier: Apache-2.0
import type { LocalDate } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { publish } from '../../../platform/events/publish.ts';
import { describeFile, openFile } from '../../../platform/files/index.ts';
import { sealParties } from '../identity/seal-parties.ts';
import type { FoundOffice } from '../offices/find-office.ts';
import { readLink } from '../offices/read-link.ts';
import { disputeDigest, filerDigest, targetOf } from './digests.ts';
import type { Half } from './paper.ts';

export interface HalfWish {
  id: string;
  paperId: string;
  half: Half;
  found: FoundOffice;
  office: { id: string; path: string };
  receivedOn: LocalDate;
  channel: string;
}

const clean = (text: string | null | undefined): string | null => text?.trim() || null;

/** A line for lists and desks: whom it is about, never who filed nor what was written. */
export function titleOf(half: Half, found: FoundOffice): string {
  const { shop } = half;
  const host = readLink(shop.link);
  return (
    found.shop.name ??
    clean(shop.respondent) ??
    clean(shop.platform) ??
    (host === null ? null : new URL(host).host) ??
    (clean(shop.orderNumber) === null ? null : `#${shop.orderNumber!.trim()}`) ??
    '—'
  ).slice(0, 200);
}

/** Writes what one half says, with its identity sealed beside it; the file itself is opened by `openHalf`. */
export async function enterHalf(tx: Tx, app: App, actor: Actor, wish: HalfWish): Promise<void> {
  const { id, half, found } = wish;
  const { shop } = half;
  const { places, path: _, ...office } = found;
  const { pageKey, cluster } = targetOf(half);
  const title = titleOf(half, found);
  const url = readLink(shop.link);
  const respondent = clean(shop.respondent) ?? places.subject?.name ?? null;
  const search = [title, shop.name, respondent, shop.platform, shop.orderNumber, url]
    .filter(Boolean)
    .join(' ');
  await sql`select grant_file_access(${id}, ${wish.office.path}, 'own')`.execute(tx);
  await sql`
    insert into filings (filing_id, paper_id, kind, door, channel, matter, received_on, title, statement, claims,
      amount, happened_on, known_on, order_number, shop_name, shop_url, page_key, platform_name, respondent_name,
      respondent_address, respondent_phone, venue_id, subject_id, office, seal, real_name, consent_publish,
      consent_entrust, complainants, filer_digest, dispute_digest, cluster_key, search_text)
    values (${id}, ${wish.paperId}, ${half.kind}, ${half.door}, ${wish.channel}, ${half.matter}, ${wish.receivedOn},
      ${title}, ${half.statement}, ${[...half.claims]}, ${half.amount}, ${half.happenedOn}, ${half.knownOn},
      ${clean(shop.orderNumber)}, ${found.shop.name}, ${url}, ${pageKey},
      ${clean(shop.platform) ?? places.platform?.name ?? null}, ${respondent},
      ${clean(shop.respondentAddress) ?? found.shop.address}, ${clean(shop.respondentPhone)},
      ${places.venue?.id ?? null}, ${places.subject?.id ?? null}, ${JSON.stringify(office)}::jsonb, ${half.seal},
      ${half.realName}, ${half.consentPublish}, ${half.consentEntrust}, ${half.complainants},
      ${filerDigest(app.sealer, half.filer?.phone)}, ${disputeDigest(app.sealer, half)}, ${cluster},
      ${search.toLowerCase()})`.execute(tx);
  await sealParties(tx, app.sealer, id, half);
  await recordAudit(tx, app.clock, actor, {
    action: `file-${half.kind}`,
    object: { kind: half.kind, id },
    details: { channel: wish.channel, seal: half.seal },
  });
  await publish(tx, app.clock, {
    kind: 'filing.received',
    objectId: id,
    payload: { filingId: id, kind: half.kind, hasPage: pageKey !== null },
  });
  // Where somebody trades is no secret; which filing named it is, so nothing of the filing goes along.
  if (url !== null)
    await publish(tx, app.clock, {
      kind: 'address.mentioned',
      objectId: id,
      payload: { url, where: '投诉举报来件' },
    });
}

/** Opens the file of a half that stands already: number, first entry, clocks. */
export async function openHalf(
  tx: Tx,
  app: App,
  actor: Actor,
  wish: Pick<HalfWish, 'id' | 'half' | 'found' | 'office' | 'receivedOn' | 'channel'>,
): Promise<void> {
  await openFile(tx, app.clock, actor, {
    procedure: wish.half.kind,
    id: wish.id,
    office: wish.office,
    form: {
      receivedOn: wish.receivedOn,
      channel: wish.channel,
      matter: wish.half.matter,
      realName: wish.half.realName,
    },
  });
  await describeFile(tx, wish.id, {
    title: titleOf(wish.half, wish.found),
    line: wish.half.shop.respondent?.trim() || wish.found.shop.operator,
    words: [wish.half.shop.orderNumber],
  });
}
