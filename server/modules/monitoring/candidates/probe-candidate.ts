// SPDX-License-Identifier: Apache-2.0
import type { CandidateProbe } from '@yiwang/contracts';
import { decodePage, extractPage, templateHash, venueSigns } from '@yiwang/extraction';
import { AppError } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { withSystem } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { handles } from '../../../platform/jobs/job.ts';
import { meetHost } from '../frontier/add-entries.ts';
import { siteAddress } from '../site-address.ts';
import { linesOf, logRequests } from '../walk/log-requests.ts';
import { openTools, type WalkTools } from '../walk/tools.ts';
import { reasonsOf } from './compare-probe.ts';
import { probeJob } from './probe-job.ts';
import { addReasons, rescore } from './propose.ts';

const GROUND = 'first look at a candidate venue';

interface Looked {
  probe: CandidateProbe;
  template: string | null;
}

const nothing = (at: number, problem: string, status: number | null = null): Looked => ({
  template: null,
  probe: {
    reachable: false,
    problem: problem.slice(0, 300),
    status,
    title: null,
    listings: 0,
    sample: [],
    operator: null,
    uscc: null,
    usccValid: null,
    icp: [],
    contacts: [],
    reach: false,
    at: new Date(at).toISOString(),
  },
});

/** Asks for the first page under the manners of every visit: robots.txt, the host's pace, the address guard. */
async function look(tools: WalkTools, url: string): Promise<Looked> {
  const { app, signal } = tools;
  const { host } = new URL(url);
  const robots = await tools.politeness.judge(url, signal);
  if (!robots.allowed) return nothing(app.clock.now(), `robots.txt: ${robots.reason}`);
  await tools.politeness.turn(host, signal);
  const exchange = await tools.fetcher.fetch(url, { ground: 'visit', signal });
  await withSystem(app.db, 'patrol', (tx) =>
    logRequests(
      tx,
      app.clock,
      linesOf(exchange, {
        patrolId: null,
        entryId: null,
        ground: GROUND,
        outcome: exchange.status >= 200 && exchange.status < 300 ? 'page' : 'failed',
        note: exchange.error?.message.slice(0, 500) ?? null,
      }),
    ),
  );
  if (exchange.error !== undefined) return nothing(app.clock.now(), exchange.error.message);
  if (exchange.status < 200 || exchange.status >= 300)
    return nothing(app.clock.now(), `status ${exchange.status}`, exchange.status);
  const contentType = exchange.headers['content-type'] ?? null;
  const facts = extractPage({ bytes: exchange.body, url: exchange.finalUrl, contentType });
  const signs = venueSigns(facts);
  const named = signs.shown.find((one) => one.uscc !== null) ?? signs.shown.find((one) => one.name !== null);
  const moved = new URL(exchange.finalUrl).host !== host;
  return {
    template: templateHash(decodePage(exchange.body, contentType).text),
    probe: {
      reachable: true,
      problem: moved ? `moved to ${exchange.finalUrl}` : null,
      status: exchange.status,
      title: facts.title || null,
      listings: facts.listings.length,
      sample: facts.listings.slice(0, 5).map((listing) => listing.title.slice(0, 120)),
      operator: named?.name ?? null,
      uscc: named?.uscc ?? null,
      usccValid: named?.usccValid ?? null,
      icp: [...new Set(signs.shown.flatMap((one) => one.icp))].slice(0, 10),
      contacts: [...new Set(signs.shown.flatMap((one) => one.contacts))].slice(0, 20),
      reach: signs.reach,
      at: new Date(app.clock.now()).toISOString(),
    },
  };
}

async function write(tx: Tx, app: App, candidateId: string, url: string, looked: Looked): Promise<void> {
  const { probe, template } = looked;
  await sql`
    update candidates set probe = ${JSON.stringify(probe)}::jsonb, probed_at = ${new Date(app.clock.now())},
      template = ${template}, name = coalesce(name, ${probe.title})
    where candidate_id = ${candidateId}`.execute(tx);
  if (probe.reachable)
    await addReasons(
      tx,
      app.clock,
      candidateId,
      await reasonsOf(tx, { url, uscc: probe.uscc, icp: probe.icp, contacts: probe.contacts, template }),
    );
  else await rescore(tx, app.clock, candidateId);
}

/** Looks at the first page of a candidate and writes down what it shows and what it shares with known venues. */
export async function probeCandidate(app: App, candidateId: string, signal: AbortSignal): Promise<void> {
  const found = await withSystem(app.db, 'patrol', async (tx) => {
    const { rows } = await sql<{ url: string; host: string }>`
      select url, host from candidates where candidate_id = ${candidateId}`.execute(tx);
    const row = rows[0];
    if (!row) return null;
    const known = await sql`select 1 from hosts where host = ${row.host}`.execute(tx);
    if (known.rows.length === 0) await meetHost(tx, app.clock, row.host, 1);
    return row;
  });
  if (found === null) return;
  const tools = openTools(app, signal);
  try {
    let looked: Looked;
    try {
      siteAddress(app, found.url);
      looked = await look(tools, found.url);
    } catch (error) {
      // Refused by the guard, or no such host: that is an answer about the candidate.
      if (!(error instanceof AppError)) throw error;
      looked = nothing(app.clock.now(), error.message);
    }
    await withSystem(app.db, 'patrol', (tx) => write(tx, app, candidateId, found.url, looked));
  } finally {
    await tools.close();
  }
}

export const probeHandler = handles(probeJob, ({ candidateId }, { app, signal }) =>
  probeCandidate(app, candidateId, signal),
);
