// SPDX-License-Identifier: Apache-2.0
import { Type } from 'typebox';
import { contract } from './route.ts';

export const beginProviderSignIn = contract({
  id: 'beginProviderSignIn',
  method: 'GET',
  path: '/api/session/provider',
  summary: 'Go to the provider of sign-in (OpenID Connect); answers with a redirect',
  access: 'public',
  media: 'binary',
  query: Type.Object({ to: Type.Optional(Type.String({ maxLength: 500 })) }),
});

export const endProviderSignIn = contract({
  id: 'endProviderSignIn',
  method: 'GET',
  path: '/api/session/provider/callback',
  summary: 'Where the provider sends the browser back to; opens the session and redirects to the console',
  access: 'public',
  media: 'binary',
});
