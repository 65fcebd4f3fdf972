// SPDX-License-Identifier: Apache-2.0
import type { Instant, NullableInstant } from '../../../platform/database/tables.ts';

declare module '../../../platform/database/tables.ts' {
  interface Tables {
    second_factors: {
      person_id: string;
      secret: Buffer;
      begun_at: Instant;
      confirmed_at: NullableInstant;
      /** bigint, as text */
      last_step: string;
      recovery: Buffer[];
    };
    external_identities: { issuer: string; subject: string; person_id: string; linked_at: Instant };
    provider_sign_ins: { state_digest: Buffer; secrets: Buffer; target: string; created_at: Instant };
  }
}
