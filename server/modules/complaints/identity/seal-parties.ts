// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../../../platform/database/db.ts';
import type { Sealer } from '../../../platform/sealing/sealer.ts';
import type { Half } from '../filing/paper.ts';

export const IDENTITY_FIELDS = ['name', 'phone', 'email', 'address', 'idKind', 'idNumber', 'agent'] as const;

/** What a sealed value is bound to: moved to another row it does not open. */
export const sealContext = (filingId: string, party: number, field: string): string =>
  `filing:${filingId}:${party}:${field}`;

/** Seals who filed, field by field; party 0 is the filer, the others are joint complainants. */
export async function sealParties(tx: Tx, sealer: Sealer, filingId: string, half: Half): Promise<void> {
  const parties: Readonly<Record<string, string | null | undefined>>[] = [
    ...(half.filer ? [half.filer] : []),
    ...half.joint,
  ];
  const rows = parties.flatMap((party, index) =>
    IDENTITY_FIELDS.flatMap((field) => {
      const value = party[field]?.trim();
      return value ? [{ index, field, sealed: sealer.seal(value, sealContext(filingId, index, field)) }] : [];
    }),
  );
  if (rows.length === 0) return;
  await sql`
    insert into filer_identities (filing_id, party, field, sealed)
    select ${filingId}::uuid, party, field, sealed from unnest(${rows.map((row) => row.index)}::int[],
      ${rows.map((row) => row.field)}::text[], ${rows.map((row) => row.sealed)}::bytea[]) as t (party, field, sealed)`.execute(
    tx,
  );
}
