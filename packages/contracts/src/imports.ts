// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, IdParams, Instant, Nullable, PageOf, paging } from './common.ts';
import { contract } from './route.ts';

const importers = ['administrator', 'authority_head', 'supervisor', 'monitor_analyst'] as const;

export const Import = Type.Object({
  id: Id,
  name: Type.String(),
  state: Type.Enum(['waiting', 'running', 'done', 'failed'] as const),
  rowsDone: Type.Integer(),
  made: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  bad: Type.Integer(),
  by: Type.String(),
  askedAt: Instant,
  endedAt: Nullable(Instant),
  problem: Nullable(Type.String()),
});
export type Import = Static<typeof Import>;

export const listImports = contract({
  id: 'listImports',
  method: 'GET',
  path: '/api/imports',
  summary: 'Imports of subjects, newest first',
  access: importers,
  query: Type.Object({ ...paging }),
  response: PageOf(Import),
});

export const importFile = contract({
  id: 'importFile',
  method: 'POST',
  path: '/api/imports',
  summary:
    'Upload a table of subjects (multipart, one file: CSV, NDJSON or XLSX, also .gz); a worker imports it',
  access: importers,
  status: 202,
  response: Import,
  errors: ['table_unreadable', 'input_invalid'],
});

export const getImportErrors = contract({
  id: 'getImportErrors',
  method: 'GET',
  path: '/api/imports/{id}/errors',
  summary: 'Bad rows of an import as CSV: row, field, reason',
  access: importers,
  params: IdParams,
  media: 'binary',
  errors: ['not_found'],
});
