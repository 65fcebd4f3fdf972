// SPDX-License-Identifier: Apache-2.0
import type { FilingKind, FilingStatus } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { openActions } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { withActor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { loadFile, type OpenFile, viewFile } from '../../../platform/files/index.ts';
import { proofsOf } from '../handling/get-filing.ts';
import { readReceipt, receiptDigest } from '../receipt-code.ts';
import { takingIn } from './file-paper.ts';
import type { Meter } from './slow-down.ts';
import { TOLD_CLOCKS, toldState, toldSteps } from './told-steps.ts';

export interface OpenedPaper {
  paperId: string;
  receivedAt: Date;
  filings: { id: string; kind: FilingKind; title: string; office: string }[];
}

/**
 * The paper of a receipt code. Wrong codes are counted by address and slowed: 80 bits cannot be guessed, and whoever
 * tries is told nothing but that.
 * @throws AppError `receipt_unknown`, `too_many_attempts`
 */
export async function openPaper(
  tx: Tx,
  app: App,
  meter: Meter,
  address: string,
  receipt: string,
): Promise<OpenedPaper> {
  const now = app.clock.now();
  const code = readReceipt(receipt);
  const found =
    code === null
      ? []
      : (
          await sql<{
            paper_id: string;
            received_at: Date;
            filing_id: string;
            kind: FilingKind;
            title: string;
            office: string;
          }>`
            select p.paper_id, p.received_at, g.filing_id, g.kind, g.title, a.name as office
            from papers p join filings g on g.paper_id = p.paper_id join files f on f.file_id = g.filing_id
            join agencies a on a.agency_id = f.agency_id
            where p.receipt_digest = ${receiptDigest(app.sealer, code)} order by g.kind, g.filing_id`.execute(
            tx,
          )
        ).rows;
  if (found.length === 0) {
    meter.spend(address, now);
    throw refused('receipt_unknown', 'no such receipt');
  }
  return {
    paperId: found[0]!.paper_id,
    receivedAt: found[0]!.received_at,
    filings: found.map((row) => ({
      id: row.filing_id,
      kind: row.kind,
      title: row.title,
      office: row.office,
    })),
  };
}

const open = (file: OpenFile, action: string): boolean =>
  openActions(file.machine, file.timeline, null).some((one) => one.id === action);

async function itemOf(
  tx: Tx,
  app: App,
  filing: OpenedPaper['filings'][number],
  locale: 'zh' | 'en',
): Promise<FilingStatus['items'][number]> {
  const file = await loadFile(tx, filing.id);
  const view = await viewFile(tx, file, takingIn, app.clock.now(), locale);
  const { state, title } = toldState(file);
  const talk = await sql<{ side: 'filer' | 'office'; text: string; at: Date }>`
    select side, text, at from filing_messages where filing_id = ${filing.id} order by at, message_id`.execute(
    tx,
  );
  const reads = await sql<{ at: Date; office: string | null; purpose: string }>`
    select r.at, a.name as office, r.purpose from identity_reads r left join agencies a on a.path = r.agency_path
    where r.filing_id = ${filing.id} order by r.read_id desc limit 50`.execute(tx);
  const can: FilingStatus['items'][number]['can'] = [];
  if (open(file, 'withdraw') || open(file, 'ask-to-withdraw')) can.push('withdraw');
  if (open(file, 'rate')) can.push('rate');
  return {
    kind: filing.kind,
    number: file.number,
    office: filing.office,
    state,
    stateTitle: title,
    steps: toldSteps(file, locale),
    clocks: view.clocks
      .filter((clock) => TOLD_CLOCKS[filing.kind]?.includes(clock.id))
      .map(({ title, due, state, provisional, basis, derivation }) => ({
        title,
        due,
        state,
        provisional,
        basis,
        derivation,
      })),
    can,
    talk: talk.rows.map((row) => ({ ...row, at: row.at.toISOString() })),
    identityReads: reads.rows.map((row) => ({
      at: row.at.toISOString(),
      office: row.office ?? '',
      purpose: row.purpose,
    })),
  };
}

/** Where a paper stands, for whoever holds its code: no name, telephone or address of anybody. */
export async function statusOf(
  tx: Tx,
  app: App,
  paper: OpenedPaper,
  locale: 'zh' | 'en',
): Promise<FilingStatus> {
  const items = [];
  for (const filing of paper.filings) items.push(await itemOf(tx, app, filing, locale));
  return {
    receivedAt: paper.receivedAt.toISOString(),
    title: paper.filings[0]!.title,
    items,
    attachments: await proofsOf(tx, paper.paperId),
  };
}

/** One transaction of the house on behalf of whoever holds a receipt. */
export const byReceipt = <T>(
  app: App,
  meter: Meter,
  caller: { address: string; receipt: string },
  work: (tx: Tx, paper: OpenedPaper) => Promise<T>,
): Promise<T> => {
  const now = app.clock.now();
  // Whoever has guessed too often does not even get to the database.
  if (meter.used(caller.address, now) >= WRONG_CODES) meter.spend(caller.address, now);
  return withActor(app.db, takingIn, async (tx) =>
    work(tx, await openPaper(tx, app, meter, caller.address, caller.receipt)),
  );
};

/** Wrong codes that an address may try in ten minutes. */
export const WRONG_CODES = 20;
