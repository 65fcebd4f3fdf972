// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import type { Tx } from '../../platform/database/db.ts';

export interface VenueCard {
  venue: { id: string; name: string; url: string } | null;
  subject: { id: string; name: string; uscc: string | null; usccValid: boolean | null } | null;
}

interface Row {
  venue_id: string;
  venue_name: string;
  url: string;
  subject_id: string | null;
  name: string | null;
  uscc: string | null;
  uscc_valid: boolean | null;
}

/** A venue and who runs it, as the register knows it now. */
export async function describeVenue(tx: Tx, venueId: string | null): Promise<VenueCard> {
  if (venueId === null) return { venue: null, subject: null };
  const { rows } = await sql<Row>`
    select v.venue_id, v.name as venue_name, v.url, s.subject_id, s.name, s.uscc, s.uscc_valid
    from venues v left join subjects s on s.subject_id = v.subject_id where v.venue_id = ${venueId}`.execute(
    tx,
  );
  const row = rows[0];
  if (!row) return { venue: null, subject: null };
  return {
    venue: { id: row.venue_id, name: row.venue_name, url: row.url },
    subject:
      row.subject_id === null
        ? null
        : { id: row.subject_id, name: row.name ?? '', uscc: row.uscc, usccValid: row.uscc_valid },
  };
}

/** Who runs a venue. */
export const operatorOf = async (tx: Tx, venueId: string): Promise<VenueCard['subject']> =>
  (await describeVenue(tx, venueId)).subject;
