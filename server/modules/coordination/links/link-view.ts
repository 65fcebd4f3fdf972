// SPDX-License-Identifier: Apache-2.0
import type { LinkView } from '@yiwang/contracts';
import { refused } from '@yiwang/kernel';
import { LINKED, openActions } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { type Actor, withActor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { loadFile, type OpenFile, viewAction } from '../../../platform/files/index.ts';
import { documentsOf } from '../../documents/index.ts';
import { readRow } from '../file-row.ts';
import { holderOf } from './link.ts';
import { countWrong } from './link-limits.ts';

/** Steps that the party outside is told of; what officers note among themselves is not theirs to read. */
const TOLD = [
  'answer',
  'record-answer',
  'receive',
  'record-receipt',
  'take-up',
  'decline',
  'ask-again',
  'withdraw',
];

/** The holder of a link and what they may do inside of it. @throws AppError `link_ended`, `too_many_requests` */
export async function asHolder<T>(
  app: App,
  token: string,
  address: string,
  fn: (tx: Tx, holder: { actor: Actor; fileId: string; expiresAt: Date }) => Promise<T>,
): Promise<T> {
  const holder = await holderOf(app, token);
  if (!holder) {
    countWrong(app, address);
    throw refused('link_ended', 'no such link');
  }
  return withActor(app.db, holder.actor, (tx) => fn(tx, holder));
}

export async function viewLink(
  tx: Tx,
  { actor, fileId, expiresAt }: { actor: Actor; fileId: string; expiresAt: Date },
): Promise<LinkView> {
  const row = await readRow(tx, fileId);
  const file = await loadFile(tx, fileId);
  const office = await sql<{ name: string }>`
    select name from agencies where agency_id = ${file.agencyId}`.execute(tx);
  const deadline = file.state.values['deadline'];
  const documents = await documentsOf(tx, fileId);
  const sent = sentPapers(file);
  return {
    procedure: file.machine.title,
    number: file.number,
    office: office.rows[0]?.name ?? '',
    recipient: row.recipient ?? '',
    state: file.machine.states[file.state.state]!.title,
    ended: file.state.ended,
    deadline: typeof deadline === 'string' ? deadline : null,
    expiresAt: expiresAt.toISOString(),
    version: file.state.version,
    asked: askedOf(file),
    about: {
      title: row.packet.title,
      url: row.packet.url,
      shop: row.packet.shop,
      labels: row.packet.labels,
    },
    evidence: row.packet.evidence,
    documents: documents
      .filter((one) => sent.has(one.template))
      .map((one) => ({ id: one.id, number: one.number, title: one.title, ready: one.state === 'ready' })),
    steps: file.timeline.flatMap((entry) => {
      const action = file.machine.actions.find((one) => one.id === entry.action);
      if (!action || !TOLD.includes(action.id)) return [];
      const note = action.form.find((field) => field.type === 'longtext');
      const said = note ? entry.form[note.name] : null;
      return [
        {
          at: new Date(entry.at).toISOString(),
          title: action.title,
          note: typeof said === 'string' ? said : null,
        },
      ];
    }),
    actions: openActions(
      file.machine,
      file.timeline,
      { id: actor.agencyPath, roles: [LINKED] },
      file.state,
    ).map(viewAction),
  };
}

/** Papers that went out: of the opening, or of the approval that sent it. */
function sentPapers(file: OpenFile): ReadonlySet<string> {
  const approve = file.machine.actions.find((action) => action.id === 'approve');
  return new Set([...(file.machine.opening.documents ?? []), ...(approve?.documents ?? [])]);
}

function askedOf(file: OpenFile): LinkView['asked'] {
  const { form } = file.timeline[0]!;
  return (file.machine.opening.form ?? []).flatMap((field) => {
    const value = form[field.name];
    if (typeof value !== 'string' || ['recipient', 'contact', 'deadline', 'officers'].includes(field.name))
      return [];
    const option = field.options?.find((one) => one.value === value)?.title;
    return [{ title: field.title, value: option?.zh ?? value, valueEn: option?.en ?? value }];
  });
}
