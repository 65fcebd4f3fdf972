// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { IdParams, Instant, Nullable } from './common.ts';
import { contract } from './route.ts';

const Password = Type.String({ minLength: 1, maxLength: 200 });

export const SecondFactor = Type.Object({
  /** Since when codes are asked for at sign-in; null: they are not. */
  since: Nullable(Instant),
  recoveryLeft: Type.Integer(),
});
export type SecondFactor = Static<typeof SecondFactor>;

export const getSecondFactor = contract({
  id: 'getSecondFactor',
  method: 'GET',
  path: '/api/session/second-factor',
  summary: 'Whether one-time codes (RFC 6238) are asked for at the own sign-in',
  access: 'signed-in',
  response: SecondFactor,
});

export const beginSecondFactor = contract({
  id: 'beginSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor',
  summary: 'Make a secret for an authenticator; it counts once a code of it was confirmed',
  access: 'signed-in',
  body: Type.Object({ password: Password }),
  response: Type.Object({
    /** Base32, to be keyed in by hand. */
    secret: Type.String(),
    /** `otpauth://…`, to be shown as a QR code. */
    uri: Type.String(),
  }),
  errors: ['credentials_wrong', 'second_factor_on'],
});

export const confirmSecondFactor = contract({
  id: 'confirmSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor/confirm',
  summary: 'Turn one-time codes on with a first code; answers with recovery codes, shown this once',
  access: 'signed-in',
  body: Type.Object({ otp: Type.String({ minLength: 6, maxLength: 12 }) }),
  response: Type.Object({ recoveryCodes: Type.Array(Type.String()) }),
  errors: ['otp_wrong', 'second_factor_on'],
});

export const removeSecondFactor = contract({
  id: 'removeSecondFactor',
  method: 'POST',
  path: '/api/session/second-factor/remove',
  summary: 'Turn one-time codes off with the password',
  access: 'signed-in',
  body: Type.Object({ password: Password }),
  errors: ['credentials_wrong'],
});

export const resetSecondFactor = contract({
  id: 'resetSecondFactor',
  method: 'POST',
  path: '/api/people/{id}/second-factor/reset',
  summary: 'Turn one-time codes off for somebody who lost the telephone, with a reason for the record',
  access: ['administrator'],
  params: IdParams,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 500 }) }),
});
