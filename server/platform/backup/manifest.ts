// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';

/** One table's rows as PostgreSQL's COPY text, gzipped. */
export const TableEntry = Type.Object({
  schema: Type.String(),
  name: Type.String(),
  columns: Type.Array(Type.String(), { minItems: 1 }),
  rows: Type.Integer({ minimum: 0 }),
  file: Type.String(),
  /** Of the file as it lies there. */
  sha256: Type.String(),
});
export type TableEntry = Static<typeof TableEntry>;

export const FileEntry = Type.Object({
  /** Under the evidence folder, with `/`. */
  path: Type.String(),
  bytes: Type.Integer({ minimum: 0 }),
  sha256: Type.String(),
});
export type FileEntry = Static<typeof FileEntry>;

/** `manifest.json`: written last, so a backup that has one is whole. */
export const Manifest = Type.Object({
  format: Type.Literal(1),
  version: Type.String(),
  /** Names of the migrations the database had. */
  schema: Type.Array(Type.String()),
  createdAt: Type.String(),
  tables: Type.Array(TableEntry),
  sequences: Type.Array(Type.Object({ schema: Type.String(), name: Type.String(), last: Type.String() })),
  files: Type.Array(FileEntry),
});
export type Manifest = Static<typeof Manifest>;

export const MANIFEST = 'manifest.json';
/** Evidence files, content-addressed, under the data folder. */
export const EVIDENCE = 'evidence';
