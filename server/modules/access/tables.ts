// SPDX-License-Identifier: Apache-2.0
import type { Level, Role, UNIT_DUTIES } from '@yiwang/contracts';
import type { ColumnType } from 'kysely';
import type { Instant, NullableInstant } from '../../platform/database/tables.ts';

/** Null where nobody says anything. */
type Optional = ColumnType<string | null, string | null | undefined, string | null>;

declare module '../../platform/database/tables.ts' {
  interface Tables {
    agencies: {
      agency_id: string;
      name: string;
      level: Level;
      kind: 'authority' | 'department' | 'platform' | 'merchant';
      division: string;
      path: string;
      parent_id: string | null;
      demo: boolean;
      created_at: Instant;
      closed_at: NullableInstant;
      attached_to: Optional;
    };
    people: {
      person_id: string;
      username: string;
      name: string;
      agency_id: string;
      roles: Role[];
      unit_id: Optional;
      demo: boolean;
      created_at: Instant;
      disabled_at: NullableInstant;
      last_seen_at: NullableInstant;
    };
    units: {
      unit_id: string;
      agency_id: string;
      name: string;
      duty: (typeof UNIT_DUTIES)[number];
      created_at: Instant;
      closed_at: NullableInstant;
    };
    absences: {
      absence_id: string;
      person_id: string;
      from_day: string;
      to_day: string;
      deputy_id: string | null;
      reason: string;
      made_at: Instant;
      ended_at: NullableInstant;
    };
    credentials: { person_id: string; password_hash: string; changed_at: Instant };
    sessions: {
      token_digest: Buffer;
      person_id: string;
      created_at: Instant;
      seen_at: Instant;
      expires_at: Instant;
      address: string;
      agent: string;
    };
    tokens: {
      token_id: string;
      token_digest: Buffer;
      person_id: string;
      label: string;
      scopes: string[];
      created_at: Instant;
      expires_at: NullableInstant;
      revoked_at: NullableInstant;
      used_at: NullableInstant;
    };
    sign_in_failures: { subject: string; failures: number; blocked_until: NullableInstant; last_at: Instant };
    setup_tokens: { token_digest: Buffer; created_at: Instant; used_at: NullableInstant };
  }
}
