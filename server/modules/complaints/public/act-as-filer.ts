// SPDX-License-Identifier: Apache-2.0
import { refused } from '@yiwang/kernel';
import { openActions } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { loadFile, takeAction } from '../../../platform/files/index.ts';
import { noteAct } from '../handling/act-on-filing.ts';
import { takingIn } from './file-paper.ts';
import type { OpenedPaper } from './status.ts';

const filingAt = (paper: OpenedPaper, item: number): OpenedPaper['filings'][number] => {
  const filing = paper.filings[item];
  if (!filing) throw refused('not_found', `item ${item}`);
  return filing;
};

/** Takes back: at once before acceptance; during mediation the office is asked to end it. @throws AppError `action_not_open` */
export async function withdraw(
  tx: Tx,
  app: App,
  paper: OpenedPaper,
  item: number,
  note: string | null,
): Promise<void> {
  const filing = filingAt(paper, item);
  const file = await loadFile(tx, filing.id, { lock: true });
  const names = openActions(file.machine, file.timeline, null).map((one) => one.id);
  const action = ['withdraw', 'ask-to-withdraw'].find((name) => names.includes(name));
  if (action === undefined) throw refused('action_not_open', 'cannot be taken back now');
  await byHouse(tx, app, filing, action, note === null ? {} : { note });
}

/** The filer's opinion, once. @throws AppError `action_not_open` */
export async function rate(
  tx: Tx,
  app: App,
  paper: OpenedPaper,
  item: number,
  opinion: { stars: string; note: string | null },
): Promise<void> {
  await byHouse(tx, app, filingAt(paper, item), 'rate', {
    stars: opinion.stars,
    ...(opinion.note === null ? {} : { note: opinion.note }),
  });
}

async function byHouse(
  tx: Tx,
  app: App,
  filing: OpenedPaper['filings'][number],
  action: string,
  form: Record<string, string>,
): Promise<void> {
  const file = await takeAction(tx, app.clock, takingIn, filing.id, {
    action,
    form,
    version: null,
    byHouse: true,
  });
  await noteAct(tx, app, takingIn, filing.kind, file);
}

/** Whether a file of this digest was handed in with the paper, and when. */
export async function provenFile(
  tx: Tx,
  paper: OpenedPaper,
  sha256: string,
): Promise<{ known: boolean; name: string | null; receivedAt: string | null }> {
  const { rows } = await sql<{ name: string; received_at: Date }>`
    select name, received_at from filing_proofs where paper_id = ${paper.paperId} and sha256 = ${sha256}
    order by received_at limit 1`.execute(tx);
  const row = rows[0];
  return {
    known: row !== undefined,
    name: row?.name ?? null,
    receivedAt: row?.received_at.toISOString() ?? null,
  };
}
