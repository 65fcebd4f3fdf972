// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import type { Filed, FilingKind } from '@yiwang/contracts';
import { type LocalDate, legalDay, refused, uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { bindTickets, enterFiles, type KeptFile } from '../attachments/keep-attachments.ts';
import { findOffice } from '../offices/find-office.ts';
import type { FilingPorts } from '../ports.ts';
import { receiptDigest, receiptOf } from '../receipt-code.ts';
import { enterHalf, type HalfWish, openHalf } from './enter-half.ts';
import { filedView } from './filed-view.ts';
import type { Half } from './paper.ts';

export interface PaperWish {
  halves: readonly Half[];
  channel: string;
  receivedOn?: LocalDate | null;
  /** The sender's idempotency key; a paper of the same key is the same paper. */
  key: string | null;
  /** Digested: another paper under the same key is refused. */
  body: unknown;
  tickets: readonly string[];
  files: readonly KeptFile[];
  /** The desk keys it into its own office; the public's goes where the venue rules say. */
  into?: { id: string; path: string } | undefined;
}

export interface TakenPaper extends Filed {
  ids: { kind: FilingKind; id: string }[];
}

/**
 * Takes in one paper: every half a file of its own in the right office, identity sealed, proof bound, receipt given.
 * All in the caller's transaction; sent twice (or twice at once) under one key it is taken once.
 * @throws AppError `idempotency_conflict`
 */
export async function takePaper(
  tx: Tx,
  app: App,
  ports: FilingPorts,
  actor: Actor,
  wish: PaperWish,
): Promise<TakenPaper> {
  const now = app.clock.now();
  const paperId = uuidv7(now);
  const key = wish.key === null ? null : app.sealer.digest(wish.key, 'filing.key');
  const body = createHash('sha256')
    .update(JSON.stringify([wish.body, wish.files.map((file) => file.sha256)]))
    .digest();
  const { rows } = await sql<{ paper_id: string }>`
    insert into papers (paper_id, receipt_digest, key_digest, body_digest, channel, taken_by, received_at)
    values (${paperId}, ${receiptDigest(app.sealer, receiptOf(app.sealer, paperId))}, ${key}, ${body},
      ${wish.channel}, ${actor.personId}, ${new Date(now)})
    on conflict (key_digest) do nothing returning paper_id`.execute(tx);
  if (rows.length === 0) return sameAgain(tx, app, key!, body);
  await bindTickets(tx, app, wish.tickets, paperId);
  await enterFiles(tx, app, wish.files, { paperId, side: 'filer' });
  const receivedOn = wish.receivedOn ?? legalDay(now);
  const entered: Pick<HalfWish, 'id' | 'half' | 'found' | 'office'>[] = [];
  for (const half of wish.halves) {
    const found = await findOffice(tx, app, ports, { ...half, on: receivedOn });
    const office = wish.into ?? { id: found.agency.id, path: found.path };
    const id = uuidv7(now);
    await enterHalf(tx, app, actor, {
      id,
      paperId,
      half,
      found,
      office,
      receivedOn,
      channel: wish.channel,
    });
    entered.push({ id, half, found, office });
  }
  // Last: the number of an office is locked from here to the commit.
  for (const half of entered) await openHalf(tx, app, actor, { ...half, receivedOn, channel: wish.channel });
  return filedView(tx, app, paperId);
}

async function sameAgain(tx: Tx, app: App, key: Buffer, body: Buffer): Promise<TakenPaper> {
  const { rows } = await sql<{ paper_id: string; body_digest: Buffer }>`
    select paper_id, body_digest from papers where key_digest = ${key}`.execute(tx);
  const known = rows[0];
  if (!known?.body_digest.equals(body))
    throw refused('idempotency_conflict', 'the key belongs to another filing');
  return filedView(tx, app, known.paper_id);
}
