// SPDX-License-Identifier: Apache-2.0
import type { FilingKind } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { selectFilings, viewFilings } from './filing-view.ts';

const COLUMNS = [
  'number',
  'kind',
  'state',
  'receivedOn',
  'due',
  'channel',
  'matter',
  'title',
  'respondent',
  'agency',
] as const;
const MAX = 20_000;

/** What a spreadsheet would run as a formula starts with one of these; an apostrophe makes it text. */
const cell = (value: string | number | null): string => {
  const text = String(value ?? '').replace(/[\r\n]+/g, ' ');
  const safe = /^\s*[=+\-@\t|%]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
};

/** CSV with a byte-order mark, so that spreadsheets read the characters; no column of it says who filed. */
export async function exportFilings(
  tx: Tx,
  app: App,
  actor: Actor,
  kind: FilingKind | undefined,
  locale: 'zh' | 'en',
): Promise<Buffer> {
  const rows = await selectFilings(
    tx,
    sql`where ${kind ?? null}::text is null or g.kind = ${kind ?? null} order by g.received_on desc, g.filing_id limit ${MAX}`,
  );
  const filings = await viewFilings(tx, rows, app.clock.now());
  await recordAudit(tx, app.clock, actor, {
    action: 'export-filings',
    object: { kind: kind ?? 'filing', id: null },
    details: { rows: filings.length },
  });
  const lines = filings.map((one) =>
    [
      one.number,
      one.kind,
      one.stateTitle[locale],
      one.receivedOn,
      one.due,
      one.channel,
      one.matter,
      one.title,
      one.respondent,
      one.agency.name,
    ]
      .map(cell)
      .join(','),
  );
  return Buffer.from(`\uFEFF${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`);
}
