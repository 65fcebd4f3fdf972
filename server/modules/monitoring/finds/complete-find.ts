// SPDX-License-Identifier: Apache-2.0
import { type Exchange, urlKey } from '@yiwang/collector';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { type Actor, withActor, withSystem } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { type LeadPacket, noteOnLead, openLead } from '../../leads/index.ts';
import { describeVenue } from '../../registry/index.ts';
import { addLooks } from '../frontier/add-entries.ts';
import type { ClaimedEntry } from '../frontier/claim-entries.ts';
import { finishEntry } from '../frontier/finish-entry.ts';
import { suspicionOf } from '../hits/lead-of-hit.ts';
import type { JudgedPage } from '../walk/judge-page.ts';
import { linesOf, logRequests } from '../walk/log-requests.ts';
import { byRule } from '../walk/record-hits.ts';
import { recordVisit } from '../walk/record-visit.ts';
import type { WalkTools } from '../walk/tools.ts';

interface FindRow {
  note: string;
  label: string | null;
  agency_id: string;
  agency_path: string;
  officer_id: string;
  officer_name: string;
  officer_roles: string[];
  created_at: Date;
}

/** The capture of a find failed for good; the officer sees why. */
export async function failFind(tx: Tx, app: App, findId: string, problem: string): Promise<void> {
  await sql`update finds set done_at = ${new Date(app.clock.now())}, problem = ${problem}
    where find_id = ${findId} and done_at is null`.execute(tx);
}

/** Under way: the officer's page shows it. */
export async function beginFind(tx: Tx, app: App, findId: string): Promise<void> {
  await sql`update finds set started_at = coalesce(started_at, ${new Date(app.clock.now())})
    where find_id = ${findId}`.execute(tx);
}

/** The person whose find it is, acting in the office he had when he reported it. */
async function officerOf(tx: Tx, findId: string): Promise<{ find: FindRow; actor: Actor }> {
  const { rows } = await sql<FindRow>`
    select note, label, agency_id, agency_path, officer_id, officer_name, officer_roles, created_at from finds
    where find_id = ${findId}`.execute(tx);
  const find = rows[0]!;
  return {
    find,
    actor: {
      kind: 'person',
      personId: find.officer_id,
      name: find.officer_name,
      agencyId: find.agency_id,
      agencyPath: find.agency_path,
      roles: find.officer_roles,
      scopes: null,
    },
  };
}

function suspectedOf(page: JudgedPage, label: string | null): LeadPacket['suspected'] {
  const findings = page.listings.flatMap((listing) => listing.findings);
  const found = [...byRule(findings)].map(([rule, list]) => suspicionOf(rule, list, null));
  if (label !== null && !found.some((one) => one.label === label))
    found.push({
      hitId: null,
      rule: 'officer',
      label,
      title: { zh: '执法人员认定的疑点', en: 'Suspected by the officer' },
      severity: 'slight',
      finding: null,
      basis: [],
    });
  return found;
}

/**
 * Makes the lead of a find: evidence, register, page and lead in one transaction under the officer's own name and scope,
 * together with the end of the visit.
 */
export async function completeFind(
  tools: WalkTools,
  entry: ClaimedEntry,
  exchange: Exchange,
  page: JudgedPage,
): Promise<void> {
  const { app } = tools;
  const findId = entry.findId!;
  const { find, actor } = await withSystem(app.db, 'find', (tx) => officerOf(tx, findId));
  await withActor(app.db, actor, async (tx) => {
    const visit = await recordVisit(tx, app, exchange, page, {
      patrol: null,
      depth: 0,
      asked: entry.url,
      actor,
      agencyPath: actor.agencyPath,
      hits: false,
    });
    const main = page.listings.toSorted((a, b) => b.risk - a.risk)[0];
    const { venue, subject } = await describeVenue(tx, visit.venueId);
    const leadId = await openLead(tx, app.clock, actor, {
      source: 'officer',
      origin: `find:${findId}`,
      packet: {
        subject,
        venue,
        object: {
          title: main?.title ?? (page.facts.title || page.url),
          url: main?.url ?? page.url,
          price: main?.price ?? null,
          currency: main?.currency ?? null,
          texts: main?.texts ?? { title: page.facts.title, page: page.facts.text.slice(0, 20_000) },
        },
        suspected: suspectedOf(page, find.label),
      },
      pageKey: urlKey(page.url),
      listingId: null,
      shop: main?.shop ?? null,
      evidenceIds: visit.evidenceId === null ? [] : [visit.evidenceId],
      foundBy: find.officer_name,
      foundAt: find.created_at.getTime(),
      note: find.note,
    });
    await noteOnLead(tx, app.clock, actor, leadId, find.note);
    await addLooks(tx, app.clock, page.url, `find:${findId}`);
    await sql`update finds set done_at = ${new Date(app.clock.now())}, lead_id = ${leadId},
      evidence_id = ${visit.evidenceId} where find_id = ${findId}`.execute(tx);
    await logRequests(
      tx,
      app.clock,
      linesOf(exchange, {
        patrolId: null,
        entryId: entry.entryId,
        ground: entry.ground,
        outcome: 'page',
        title: page.facts.title || null,
        listings: visit.listings,
      }),
    );
    await finishEntry(tx, entry, app.clock.now(), 'page');
  });
}
