// SPDX-License-Identifier: Apache-2.0
import { type Static, type TSchema, Type } from 'typebox';

export const Id = Type.String({ format: 'uuid', description: 'UUID, version 7' });
/** UTC, RFC 3339 with milliseconds. */
export const Instant = Type.String({ format: 'date-time' });
/** Legal day in Asia/Shanghai. */
export const LocalDay = Type.String({ format: 'date' });
export const Bilingual = Type.Object({ zh: Type.String(), en: Type.String() });
export const Nullable = <T extends TSchema>(schema: T) => Type.Union([schema, Type.Null()]);
export const Cursor = Nullable(
  Type.String({ description: 'hand back as ?cursor= for the next page; null at the end' }),
);
export const PageOf = <T extends TSchema>(item: T) => Type.Object({ items: Type.Array(item), next: Cursor });
export const IdParams = Type.Object({ id: Id });
/** Paging of every list. */
export const paging = {
  cursor: Type.Optional(Type.String({ maxLength: 400 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
};

/** Legal basis as a finding cites it; certainty as in law.md (A official text … C weak, NV not verified). */
export const Basis = Type.Object({
  instrument: Type.String(),
  article: Type.String(),
  certainty: Type.String(),
  /** Title of the instrument for readers, where `instrument` is a slug of the law package. */
  title: Type.Optional(Bilingual),
});
export type Basis = Static<typeof Basis>;

export const SEVERITIES = ['info', 'slight', 'serious', 'major'] as const;
export type Severity = (typeof SEVERITIES)[number];
