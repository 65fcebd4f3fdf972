// SPDX-License-Identifier: Apache-2.0
import type { LocalDate } from '@yiwang/kernel';
import { findInstrument } from '@yiwang/law';
import { type Field, type Form, readClocks, regimeDay } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { reckonClock, type Taken } from '../../../platform/files/index.ts';
import { askDocuments } from '../../documents/index.ts';

/** Words of the source language: letters go out in it. */
const CLAIM_WORDS: Readonly<Record<string, string>> = {
  refund: '退款',
  return: '退货',
  replace: '换货',
  repair: '修理',
  redo: '重作',
  'make-up': '补足数量',
  damages: '赔偿损失',
  other: '其他',
};

interface Row {
  title: string;
  shop_name: string | null;
  shop_url: string | null;
  respondent_name: string | null;
  statement: string;
  claims: string[];
  amount: number | null;
  received_on: LocalDate;
}

/** The rule under which the filing is handled, by its day of receipt (law.md §1.2). */
function ruleOf(day: LocalDate): string {
  const tag =
    day >= '2026-04-15' ? 'O121' : day >= '2020-01-01' ? 'O20' : day >= '2014-03-15' ? 'O62' : 'C96';
  const title = findInstrument(tag)?.title.zh;
  return title === undefined ? tag : `《${title}》`;
}

const said = (fields: readonly Field[], form: Form): Record<string, string> => {
  const data: Record<string, string> = {};
  for (const field of fields) {
    const value = form[field.name];
    if (value === undefined || value === null) continue;
    const option = field.options?.find((one) => one.value === value);
    data[field.name] = option?.title.zh ?? String(value);
  }
  return data;
};

async function officeNames(tx: Tx, file: Taken, actor: Actor): Promise<{ own: string; other: string }> {
  const other = file.entry.form['office'];
  const { rows } = await sql<{ agency_id: string; name: string }>`
    select agency_id, name from agencies
    where agency_id in (${actor.agencyId}, ${typeof other === 'string' ? other : null})`.execute(tx);
  const name = (id: unknown) => rows.find((row) => row.agency_id === id)?.name ?? '';
  return { own: name(actor.agencyId), other: name(other) };
}

/**
 * Asks for the official papers of a step. What they say comes from the filing and the form, never from the sealed
 * identity: whoever holds the file reads its papers.
 */
export async function askLetters(tx: Tx, app: App, actor: Actor, file: Taken): Promise<void> {
  const templates = file.action.documents ?? [];
  if (templates.length === 0 || actor.agencyId === null || file.repeated) return;
  const { rows } = await sql<Row>`
    select title, shop_name, shop_url, respondent_name, statement, claims, amount,
      received_on::text as received_on from filings where filing_id = ${file.id}`.execute(tx);
  const row = rows[0]!;
  const proofs = await sql<{ name: string; sha256: string }>`
    select p.name, p.sha256 from filing_proofs p join filings g on g.paper_id = p.paper_id
    where g.filing_id = ${file.id} order by p.attachment_id`.execute(tx);
  const names = await officeNames(tx, file, actor);
  const now = app.clock.now();
  const due = readClocks(file.machine, file.timeline)
    .map((reading) => reckonClock(reading, now))
    .filter((clock) => clock.state === 'running' && clock.due !== null)
    .map((clock) => clock.due!)
    .toSorted()[0];
  const opening = said(file.machine.opening.form ?? [], file.timeline[0]!.form);
  const form = said(file.action.form, file.entry.form);
  await askDocuments(tx, app.clock, actor, {
    fileId: file.id,
    seq: file.entry.seq,
    templates,
    data: {
      ...opening,
      ...form,
      office: names.own,
      officeOther: names.other,
      fileNumber: file.number,
      object: row.title,
      url: row.shop_url ?? '',
      shop: row.shop_name ?? '',
      subject: row.respondent_name ?? row.title,
      labels: opening['matter'] ?? '',
      basis: form['basis'] ?? ruleOf(regimeDay(file.machine, file.timeline)),
      evidence: proofs.rows.map((one, i) => `${i + 1}. ${one.name}（SHA-256 ${one.sha256}）`).join(' '),
      received: row.received_on,
      facts: row.statement,
      claim: row.claims.map((one) => CLAIM_WORDS[one] ?? one).join('、'),
      amount: row.amount === null ? '' : `${row.amount} 元`,
      due: due ?? '',
    },
  });
}
