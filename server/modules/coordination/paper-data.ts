// SPDX-License-Identifier: Apache-2.0
import type { FilePacket } from '@yiwang/contracts';
import { type Field, type Form, officeOf } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Taken } from '../../platform/files/index.ts';

/** The office a paper goes to: whom the step names, whom it goes back to, or the other side. */
function otherOffice(file: Taken, actor: Actor): string | null {
  const { action, entry, state } = file;
  const named = action.names?.field ?? (action.hand && 'push' in action.hand ? action.hand.push : null);
  if (named !== null) return String(entry.form[named] ?? '');
  if (action.hand && 'pop' in action.hand) return state.hands.at(-1) ?? null;
  const [origin, receiver] = [officeOf(state, 'origin'), officeOf(state, 'receiver')];
  return (actor.agencyId === origin ? receiver : origin) ?? null;
}

async function officeNames(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const wanted = ids.filter((id) => id !== null && /^[0-9a-f-]{36}$/i.test(id));
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<{ agency_id: string; name: string }>`
    select agency_id, name from agencies where agency_id = any(${wanted}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.agency_id, row.name]));
}

/** Values of forms as letters say them: the words of a choice, the name of an office. */
function words(fields: readonly Field[], form: Form, names: ReadonlyMap<string, string>) {
  const data: Record<string, string> = {};
  for (const field of fields) {
    const value = form[field.name];
    if (value === undefined || value === null) continue;
    const option = field.options?.find((one) => one.value === value);
    data[field.name] = option?.title.zh ?? names.get(String(value)) ?? String(value);
  }
  return data;
}

/** Everything that the papers of a step may say (see COMMON_FIELDS). */
export async function paperData(
  tx: Tx,
  actor: Actor,
  file: Taken,
  packet: FilePacket,
): Promise<Record<string, string>> {
  const other = otherOffice(file, actor);
  const ids = file.timeline.flatMap((entry) =>
    Object.values(entry.form).filter((value) => typeof value === 'string'),
  );
  const names = await officeNames(tx, [actor.agencyId, other, ...ids]);
  const opening = file.timeline[0]!;
  return {
    ...words(file.machine.opening.form ?? [], opening.form, names),
    ...words(file.action.form, file.entry.form, names),
    office: names.get(actor.agencyId ?? '') ?? '',
    officeOther: names.get(other ?? '') ?? '',
    fileNumber: file.number,
    leadNumber: packet.leadNumber,
    object: packet.title,
    url: packet.url,
    shop: packet.shop ?? '',
    subject: packet.subject ?? '',
    uscc: packet.uscc ?? '',
    labels: packet.labels.join('、'),
    basis: String(opening.form['basis'] ?? packet.basis.join('；')),
    evidence: packet.evidence
      .map(
        (item, i) =>
          `${i + 1}. ${item.url}（固定于 ${item.capturedAt.slice(0, 10)}，SHA-256 ${item.sha256}）`,
      )
      .join(' '),
  };
}
