// SPDX-License-Identifier: Apache-2.0
import type { FilingDetail, FilingKind, ProofView } from '@yiwang/contracts';
import { type LocalDate, refused } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { loadFile, viewFile } from '../../../platform/files/index.ts';
import { documentsOf } from '../../documents/index.ts';
import { mayReadIdentity } from '../identity/read-identity.ts';
import type { FilingPorts } from '../ports.ts';
import { captureOf } from './capture-of.ts';
import { selectFilings, viewFilings } from './filing-view.ts';
import { countLike, relatedFilings } from './related-filings.ts';

interface Row {
  paper_id: string;
  statement: string;
  claims: FilingDetail['claims'];
  amount: number | null;
  happened_on: LocalDate | null;
  known_on: LocalDate | null;
  order_number: string | null;
  shop_url: string | null;
  platform_name: string | null;
  respondent_address: string | null;
  respondent_phone: string | null;
  subject_id: string | null;
  venue_id: string | null;
  door: FilingDetail['door'];
  seal: string;
  real_name: boolean;
  consent_publish: boolean;
  consent_entrust: boolean;
  office: FilingDetail['office'];
  filer_digest: Buffer | null;
  dispute_digest: Buffer | null;
  cluster_key: string | null;
}

export async function proofsOf(tx: Tx, paperId: string): Promise<ProofView[]> {
  const { rows } = await sql<{
    attachment_id: string;
    name: string;
    type: ProofView['type'];
    bytes: number;
    sha256: string;
    side: ProofView['side'];
    received_at: Date;
  }>`
    select attachment_id, name, type, bytes, sha256, side, received_at from filing_proofs
    where paper_id = ${paperId} order by attachment_id`.execute(tx);
  return rows.map(({ attachment_id, received_at, ...row }) => ({
    ...row,
    id: attachment_id,
    receivedAt: received_at.toISOString(),
  }));
}

async function talkOf(tx: Tx, id: string): Promise<FilingDetail['talk']> {
  const { rows } = await sql<{ side: 'filer' | 'office'; name: string | null; text: string; at: Date }>`
    select m.side, p.name, m.text, m.at from filing_messages m left join people p on p.person_id = m.person_id
    where m.filing_id = ${id} order by m.at, m.message_id`.execute(tx);
  return rows.map((row) => ({ side: row.side, by: row.name, text: row.text, at: row.at.toISOString() }));
}

async function identityOf(tx: Tx, id: string, kind: string, actor: Actor): Promise<FilingDetail['identity']> {
  const mayRead = mayReadIdentity(kind, actor.roles);
  const counted = await sql<{ fields: number }>`
    select count(*)::int as fields from filer_identities where filing_id = ${id}`.execute(tx);
  const { rows } = await sql<{
    at: Date;
    person_name: string;
    office: string | null;
    purpose: string;
    rationale: string;
  }>`
    select r.at, r.person_name, a.name as office, r.purpose, r.rationale from identity_reads r
    left join agencies a on a.path = r.agency_path where r.filing_id = ${id} order by r.read_id desc limit 100`.execute(
    tx,
  );
  return {
    mayRead,
    fields: counted.rows[0]?.fields ?? 0,
    reads: rows.map((row) => ({
      at: row.at.toISOString(),
      by: row.person_name,
      office: row.office ?? '',
      purpose: row.purpose,
      rationale: row.rationale,
    })),
  };
}

/** One filing with everything but who filed. @throws AppError `not_found` – not there, or outside of the actor's scope */
export async function getFiling(
  tx: Tx,
  ports: FilingPorts,
  actor: Actor,
  kind: FilingKind,
  id: string,
  view: { now: number; locale: 'zh' | 'en' },
): Promise<FilingDetail> {
  const [listed] = await selectFilings(tx, sql`where g.filing_id = ${id} and g.kind = ${kind}`);
  if (!listed) throw refused('not_found', `${kind} ${id}`);
  const [filing] = await viewFilings(tx, [listed], view.now);
  const { rows } = await sql<Row>`
    select paper_id, statement, claims, amount, happened_on::text as happened_on, known_on::text as known_on,
      order_number, shop_url, platform_name, respondent_address, respondent_phone, subject_id, venue_id, door, seal,
      real_name, consent_publish, consent_entrust, office, filer_digest, dispute_digest, cluster_key
    from filings where filing_id = ${id}`.execute(tx);
  const row = rows[0]!;
  const like = {
    filer: row.filer_digest,
    dispute: row.dispute_digest,
    cluster: row.cluster_key,
    paperId: row.paper_id,
    receivedOn: listed.received_on,
  };
  const file = await loadFile(tx, id);
  return {
    filing: filing!,
    statement: row.statement,
    claims: row.claims,
    amount: row.amount,
    happenedOn: row.happened_on,
    knownOn: row.known_on,
    orderNumber: row.order_number,
    shopUrl: row.shop_url,
    platform: row.platform_name,
    respondentAddress: row.respondent_address,
    respondentPhone: row.respondent_phone,
    subjectId: row.subject_id,
    venueId: row.venue_id,
    door: row.door,
    realName: row.real_name,
    consentPublish: row.consent_publish,
    consentEntrust: row.consent_entrust,
    office: row.office,
    proofs: await proofsOf(tx, row.paper_id),
    talk: await talkOf(tx, id),
    capture: await captureOf(tx, ports, id),
    counts: await countLike(tx, like),
    related: await relatedFilings(tx, like, { id, sealed: row.seal === 'SEALED' }),
    identity: await identityOf(tx, id, kind, actor),
    documents: await documentsOf(tx, id),
    ...(await viewFile(tx, file, actor, view.now, view.locale)),
  };
}
