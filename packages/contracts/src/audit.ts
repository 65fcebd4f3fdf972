// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Id, Instant, Nullable, PageOf, paging } from './common.ts';
import { contract } from './route.ts';

/** One row per command: who, from which office, did what to what, and why. Append-only. */
export const AuditEntry = Type.Object({
  id: Id,
  at: Instant,
  actor: Type.String(),
  agency: Nullable(Type.String()),
  action: Type.String(),
  object: Nullable(Type.String()),
  reason: Nullable(Type.String()),
});
export type AuditEntry = Static<typeof AuditEntry>;

export const listAudit = contract({
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  summary: 'What was done, newest first; the look itself is recorded',
  access: ['administrator', 'authority_head', 'supervisor'],
  query: Type.Object({
    q: Type.Optional(Type.String({ maxLength: 200 })),
    action: Type.Optional(Type.String({ maxLength: 100 })),
    object: Type.Optional(Type.String({ maxLength: 200 })),
    ...paging,
  }),
  response: PageOf(AuditEntry),
});
