// SPDX-License-Identifier: Apache-2.0
import type { Answer, listDocuments as contract, DocumentView, Query } from '@yiwang/contracts';
import { failed, refused } from '@yiwang/kernel';
import { type RawBuilder, sql } from 'kysely';
import type { App } from '../../platform/app.ts';
import type { Tx } from '../../platform/database/db.ts';
import { fromCursor, toPage } from '../../platform/http/cursor.ts';
import { paperStore } from '../../platform/store/content-store.ts';
import { agencyViews } from '../access/index.ts';

interface Row {
  document_id: string;
  number: string;
  template: string;
  title_zh: string;
  title_en: string;
  file_id: string;
  file_number: string;
  agency_id: string;
  asked_at: Date;
  asked_by: string;
  sha256: string | null;
  bytes: number | null;
  failed_at: Date | null;
}

async function select(tx: Tx, rest: RawBuilder<unknown>): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select d.document_id, d.number, d.template, d.title_zh, d.title_en, d.file_id, f.number as file_number,
      d.agency_id, d.asked_at, d.asked_by, d.sha256, d.bytes, d.failed_at
    from documents d join files f on f.file_id = d.file_id ${rest}`.execute(tx);
  return rows;
}

async function views(tx: Tx, rows: readonly Row[]): Promise<DocumentView[]> {
  const agencies = await agencyViews(
    tx,
    rows.map((row) => row.agency_id),
  );
  return rows.map((row) => ({
    id: row.document_id,
    number: row.number,
    template: row.template,
    title: { zh: row.title_zh, en: row.title_en },
    state: row.sha256 !== null ? 'ready' : row.failed_at !== null ? 'failed' : 'making',
    fileId: row.file_id,
    fileNumber: row.file_number,
    agency: agencies.get(row.agency_id)!,
    askedAt: row.asked_at.toISOString(),
    askedBy: row.asked_by,
    sha256: row.sha256,
    bytes: row.bytes,
  }));
}

/** Papers of a file, in the order in which they were asked for. */
export const documentsOf = async (tx: Tx, fileId: string): Promise<DocumentView[]> =>
  views(tx, await select(tx, sql`where d.file_id = ${fileId} order by d.document_id`));

export async function getDocument(tx: Tx, id: string): Promise<DocumentView> {
  const [row] = await select(tx, sql`where d.document_id = ${id}`);
  if (!row) throw refused('not_found', `document ${id}`);
  return (await views(tx, [row]))[0]!;
}

/** The register, newest first. */
export async function listDocuments(tx: Tx, query: Query<typeof contract>): Promise<Answer<typeof contract>> {
  const limit = query.limit ?? 50;
  const q = (query.q ?? '').trim();
  const after = fromCursor(query.cursor, 1);
  const conditions = [
    sql`true`,
    ...(query.template ? [sql`d.template = ${query.template}`] : []),
    ...(query.year ? [sql`extract(year from d.asked_at at time zone 'Asia/Shanghai') = ${query.year}`] : []),
    ...(q === ''
      ? []
      : [
          sql`(d.number like '%' || like_literal(${q}) || '%' or f.number like '%' || like_literal(${q}) || '%'
            or d.title_zh like '%' || like_literal(${q}) || '%')`,
        ]),
    ...(after ? [sql`d.document_id < ${after[0]}::uuid`] : []),
  ];
  const rows = await select(
    tx,
    sql`where d.file_id in (select file_id from file_access) and ${sql.join(conditions, sql` and `)}
      order by d.document_id desc limit ${limit + 1}`,
  );
  const page = toPage(
    rows,
    limit,
    (row) => row,
    (row) => [row.document_id],
  );
  return { items: await views(tx, page.items), next: page.next };
}

/** The PDF itself. @throws AppError `not_found`, `document_in_making`, `evidence_missing` */
export async function readDocument(
  tx: Tx,
  app: App,
  id: string,
): Promise<{ bytes: Uint8Array; name: string; fileId: string }> {
  const document = await getDocument(tx, id);
  if (document.sha256 === null) throw refused('document_in_making', `document ${id} is not made yet`);
  const bytes = await paperStore(app.settings.data).get(document.sha256);
  if (!bytes) throw failed('evidence_missing', `document ${document.sha256}`);
  return { bytes, name: `${document.number} ${document.title.zh}.pdf`, fileId: document.fileId };
}
