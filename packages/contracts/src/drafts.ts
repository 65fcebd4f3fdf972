// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import { Nullable } from './common.ts';
import { contract } from './route.ts';

const token = Type.String({ minLength: 20, maxLength: 60 });

/** Drafts of the portal: sealed under a key that only the token holds, so that the house itself cannot read them. */
export const saveDraft = contract({
  id: 'saveDraft',
  method: 'POST',
  path: '/api/drafts',
  summary: 'Keep a filing under way for 30 days; the token that comes back is the only key to it',
  access: 'public',
  ownIdempotency: true,
  body: Type.Object({
    token: Type.Optional(Nullable(token)),
    content: Type.String({ maxLength: 60_000 }),
  }),
  response: Type.Object({ token: Type.String() }),
  errors: ['filing_flood'],
});

export const readDraft = contract({
  id: 'readDraft',
  method: 'POST',
  path: '/api/drafts/read',
  summary: 'What was kept under a token; null when there is nothing (any more)',
  access: 'public',
  ownIdempotency: true,
  body: Type.Object({ token }),
  response: Type.Object({ content: Nullable(Type.String()) }),
});

export const forgetDraft = contract({
  id: 'forgetDraft',
  method: 'POST',
  path: '/api/drafts/forget',
  summary: 'Delete what was kept under a token',
  access: 'public',
  body: Type.Object({ token }),
});
