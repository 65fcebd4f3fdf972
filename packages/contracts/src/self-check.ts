// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Nullable, SEVERITIES } from './common.ts';
import { contract } from './route.ts';

const Text = (maxLength: number) => Type.Optional(Nullable(Type.String({ maxLength })));

export const SelfCheckBody = Type.Object({
  title: Type.String({ minLength: 1, maxLength: 500 }),
  description: Text(10_000),
  category: Text(100),
  shop: Text(200),
  /** Yuan. */
  price: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 1e9 }))),
  originalPrice: Type.Optional(Nullable(Type.Number({ minimum: 0, maximum: 1e9 }))),
});
export type SelfCheckBody = Static<typeof SelfCheckBody>;

export const SelfCheckFinding = Type.Object({
  rule: Type.String(),
  label: Type.String(),
  severity: Type.Enum(SEVERITIES),
  /** 0–1; from 0.5 on an inspector would look. */
  confidence: Type.Number(),
  /** `title`, `description`, `category`, `shop`, `originalPrice`. */
  field: Type.String(),
  /** UTF-16 offsets into the field as sent, end exclusive. */
  start: Type.Integer(),
  end: Type.Integer(),
  text: Type.String(),
  title: Bilingual,
  why: Bilingual,
  /** How to mend it. */
  advice: Bilingual,
  basis: Type.Array(
    Type.Object({
      instrument: Type.String(),
      article: Type.String(),
      certainty: Type.String(),
      title: Nullable(Type.String()),
    }),
  ),
});
export type SelfCheckFinding = Static<typeof SelfCheckFinding>;

export const SelfCheckAnswer = Type.Object({
  labels: Type.Array(Type.String()),
  /** 0–1. */
  risk: Type.Number(),
  findings: Type.Array(SelfCheckFinding),
  /** Digest of the rules it was judged by. */
  version: Type.String(),
});
export type SelfCheckAnswer = Static<typeof SelfCheckAnswer>;

export const selfCheck = contract({
  id: 'selfCheck',
  method: 'POST',
  path: '/api/self-check',
  summary: 'What an inspector would see in a listing and how to mend it; nothing of it is kept',
  access: 'public',
  body: SelfCheckBody,
  response: SelfCheckAnswer,
  // Nothing is kept, so there is no answer to repeat.
  ownIdempotency: true,
  errors: ['too_many_requests'],
});
