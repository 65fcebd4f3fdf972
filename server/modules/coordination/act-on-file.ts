// SPDX-License-Identifier: Apache-2.0
import { AppError, type Clock } from '@yiwang/kernel';
import type { FileState } from '@yiwang/procedures';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { publish } from '../../platform/events/publish.ts';
import { type ActionWish, type Taken, takeAction } from '../../platform/files/index.ts';
import { handOverLead, tellLead } from '../leads/index.ts';
import { readRow } from './file-row.ts';
import { askPapers } from './follow-up.ts';

/**
 * Takes one step on a file between offices, with what follows from it: papers, access to the lead where its receiver
 * must judge it, the lead's hand where it was accepted, and word to the lead when the file ends.
 * @throws AppError `not_found`, `moved_on`, `action_not_open`, `form_invalid`
 */
export async function actOnFile(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  id: string,
  wish: ActionWish,
): Promise<Taken> {
  const row = await readRow(tx, id);
  const taken = await takeAction(tx, clock, actor, id, wish);
  if (taken.repeated) return taken;
  const reason = taken.entry.form['reason'];
  await recordAudit(tx, clock, actor, {
    action: `file.${wish.action}`,
    object: { kind: 'file', id },
    rationale: typeof reason === 'string' ? reason : null,
    details: { procedure: row.procedure, state: taken.state.state, version: taken.state.version },
  });
  await publish(tx, clock, {
    kind: 'file.moved',
    objectId: id,
    payload: {
      fileId: id,
      procedure: row.procedure,
      action: wish.action,
      state: taken.state.state,
      version: taken.state.version,
    },
  });
  if (!wish.byHouse && actor.agencyId !== null) await askPapers(tx, clock, actor, taken, row.packet);
  if (row.parent_id !== null) await followParent(tx, clock, actor, taken, row.parent_id);
  return taken;
}

async function followParent(tx: Tx, clock: Clock, actor: Actor, taken: Taken, leadId: string): Promise<void> {
  const { machine, action, state } = taken;
  if (machine.id === 'transfer') {
    if (action.id === 'approve') await share(tx, leadId, state.parties['receiver']);
    if (action.id === 'designate') await share(tx, leadId, state.parties['designee']);
  }
  if (!state.ended) return;
  if (machine.id === 'transfer' && state.state === 'accepted') {
    const office = state.parties['designee'] ?? state.parties['receiver'];
    if (office !== undefined && office !== state.hands[0])
      await quietly(() =>
        handOverLead(tx, clock, actor, leadId, { office, why: `${machine.title.zh} ${taken.number}` }),
      );
  }
  await quietly(() =>
    tellLead(tx, clock, actor, leadId, {
      procedure: machine.id,
      number: taken.number,
      result: machine.states[state.state]?.title.zh ?? state.state,
      reminder: machine.id === 'reminder' ? reminderResult(state) : null,
    }),
  );
}

const reminderResult = ({ state }: FileState) => (state === 'withdrawn' ? 'graded' : state);

/** A lead that has ended meanwhile hears no more: its task still ends. */
async function quietly(tell: () => Promise<void>): Promise<void> {
  try {
    await tell();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'action_not_open') throw error;
  }
}

async function share(tx: Tx, leadId: string, office: string | undefined): Promise<void> {
  if (office === undefined) return;
  await sql`
    select grant_file_access(${leadId}, path, 'write') from agencies where agency_id = ${office}`.execute(tx);
}
