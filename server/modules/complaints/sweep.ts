// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { Type } from 'typebox';
import { defineJob, handles } from '../../platform/jobs/job.ts';
import { dropTickets } from './attachments/keep-attachments.ts';

export const sweepJob = defineJob('complaints.sweep', Type.Object({}));

const DRAFT_DAYS = 30;

/** Forgets tickets that nobody used within a day and drafts that nobody came back to. */
export const sweep = handles(sweepJob, (_, context) =>
  context.system(async (tx) => {
    const now = context.app.clock.now();
    await dropTickets(tx, now);
    await sql`delete from filing_drafts where updated_at < ${new Date(now - DRAFT_DAYS * 86_400_000)}`.execute(
      tx,
    );
  }),
);
