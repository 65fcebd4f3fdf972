// SPDX-License-Identifier: Apache-2.0
import { type Static, type TSchema, Type } from 'typebox';
import { Basis, Bilingual, Id, Instant, LocalDay, Nullable } from './common.ts';
import { Agency } from './session.ts';

/** One field of an action's form; the console renders it, the server checks it. */
export const FormField = Type.Object({
  name: Type.String(),
  title: Bilingual,
  type: Type.Enum(['text', 'longtext', 'choice', 'date', 'agency', 'person', 'boolean', 'file'] as const),
  required: Type.Boolean(),
  options: Type.Optional(Type.Array(Type.Object({ value: Type.String(), title: Bilingual }))),
  help: Type.Optional(Bilingual),
  /** Of an `agency`: under the own office, over all that take part, or any other. */
  within: Type.Optional(Type.Enum(['below', 'above', 'other'] as const)),
  /** Of a `date`: today or later. */
  future: Type.Optional(Type.Boolean()),
});
export type FormField = Static<typeof FormField>;

/** What the procedure allows this person to do with this file now. */
export const OpenAction = Type.Object({
  id: Type.String(),
  title: Bilingual,
  form: Type.Array(FormField),
  /** Ends the file or cannot be taken back: the console asks before. */
  final: Type.Boolean(),
});
export type OpenAction = Static<typeof OpenAction>;

export const ClockView = Type.Object({
  id: Type.String(),
  title: Bilingual,
  startedOn: LocalDay,
  due: Nullable(LocalDay),
  state: Type.Enum(['running', 'paused', 'met', 'lapsed'] as const),
  /** Share of the time that is used, 0–1 (more when late). */
  used: Nullable(Type.Number()),
  provisional: Type.Boolean(),
  certainty: Type.String(),
  basis: Type.Array(Basis),
  /** The reckoning in words, line by line. */
  derivation: Type.Array(Bilingual),
});
export type ClockView = Static<typeof ClockView>;

export const TimelineEntry = Type.Object({
  id: Id,
  at: Instant,
  actor: Type.String(),
  action: Type.String(),
  title: Bilingual,
  note: Nullable(Type.String()),
  details: Type.Array(Type.Object({ title: Bilingual, value: Type.String() })),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

/** What somebody handed in with a file; bytes under `/api/attachments/{id}`. */
export const AttachmentView = Type.Object({
  id: Id,
  name: Type.String(),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  sha256: Type.String(),
  addedBy: Type.String(),
  addedAt: Instant,
});
export type AttachmentView = Static<typeof AttachmentView>;

/** A paper of a file: asked for by a step, made by the worker, kept under its digest. */
export const DocumentView = Type.Object({
  id: Id,
  number: Type.String(),
  template: Type.String(),
  title: Bilingual,
  state: Type.Enum(['making', 'ready', 'failed'] as const),
  fileId: Id,
  fileNumber: Type.String(),
  agency: Agency,
  askedAt: Instant,
  askedBy: Type.String(),
  sha256: Nullable(Type.String()),
  bytes: Nullable(Type.Integer()),
});
export type DocumentView = Static<typeof DocumentView>;

/** What every file answers with beside its own members: the same shape for leads, cases, complaints … */
export const fileMembers = {
  actions: Type.Array(OpenAction),
  clocks: Type.Array(ClockView),
  timeline: Type.Array(TimelineEntry),
  /** Offices through whose hands the file went; the last holds it. */
  hands: Type.Array(Agency),
  attachments: Type.Array(AttachmentView),
} satisfies Record<string, TSchema>;

export const ActionParams = Type.Object({
  id: Id,
  action: Type.String({ pattern: '^[a-z][a-z-]*$', maxLength: 60 }),
});
export const ActionBody = Type.Object({
  /** The version the person saw; if the file moved on meanwhile the action is refused and told what changed. */
  version: Type.Integer({ minimum: 0 }),
  form: Type.Record(
    Type.String(),
    Type.Union([Type.String({ maxLength: 5000 }), Type.Boolean(), Type.Null()]),
  ),
});
