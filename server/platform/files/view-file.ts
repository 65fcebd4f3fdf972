// SPDX-License-Identifier: Apache-2.0
import type { Agency, AttachmentView, ClockView, OpenAction, TimelineEntry } from '@yiwang/contracts';
import { type Action, type Bilingual, type Field, openActions, readClocks } from '@yiwang/procedures';
import { sql } from 'kysely';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';
import { procedureActor } from './actor-of.ts';
import { attachmentsOf } from './attachments.ts';
import type { NamedEntry, OpenFile } from './file.ts';
import { reckonClock } from './reckon-clock.ts';

export interface FileView {
  actions: OpenAction[];
  clocks: ClockView[];
  timeline: TimelineEntry[];
  /** Offices through whose hands it went; the last holds it. */
  hands: Agency[];
  attachments: AttachmentView[];
}

const viewField = (field: Field) => ({
  name: field.name,
  title: field.title,
  type: field.type,
  required: field.required,
  ...(field.options ? { options: [...field.options] } : {}),
  ...(field.help ? { help: field.help } : {}),
  ...(field.within ? { within: field.within } : {}),
  ...(field.future ? { future: true } : {}),
});

export const viewAction = (action: Action): OpenAction => ({
  id: action.id,
  title: action.title,
  form: action.form.map(viewField),
  final: action.final === true,
});

const YES_NO = { zh: ['是', '否'], en: ['yes', 'no'] } as const;

type Names = ReadonlyMap<string, string>;

/** The fields of an entry as people read them. */
function viewEntry(file: OpenFile, entry: NamedEntry, locale: keyof Bilingual, names: Names): TimelineEntry {
  const { opening } = file.machine;
  const action = file.machine.actions.find((a) => a.id === entry.action);
  const fields = action?.form ?? (entry.seq === 0 ? opening.form : undefined) ?? [];
  const filled = fields.flatMap((field) => {
    const value = entry.form[field.name];
    if (value === undefined || value === null) return [];
    const chosen = field.options?.find((option) => option.value === value);
    if (typeof value === 'boolean') return [{ field, value: YES_NO[locale][value ? 0 : 1] }];
    return [{ field, value: chosen ? chosen.title[locale] : (names.get(String(value)) ?? String(value)) }];
  });
  const note = filled.find(({ field }) => field.type === 'longtext');
  return {
    id: entry.id,
    at: new Date(entry.at).toISOString(),
    actor: entry.actorName,
    action: entry.action,
    title: action?.title ?? opening.title,
    note: note?.value ?? null,
    details: filled.filter((row) => row !== note).map(({ field, value }) => ({ title: field.title, value })),
  };
}

/** Names of the offices and people that entries point to. */
async function namesIn(tx: Tx, file: OpenFile): Promise<Map<string, Agency | string>> {
  const ids = new Set(file.state.hands.filter((id) => id !== null));
  for (const entry of file.timeline)
    for (const value of Object.values(entry.form))
      if (typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value)) ids.add(value);
  const names = new Map<string, Agency | string>();
  if (ids.size === 0) return names;
  const people = await sql<{ person_id: string; name: string }>`
    select person_id, name from people where person_id = any(${[...ids]}::uuid[])`.execute(tx);
  for (const row of people.rows) names.set(row.person_id, row.name);
  const { rows } = await sql<Omit<Agency, 'id'> & { agency_id: string }>`
    select agency_id, name, level, path, division from agencies
    where agency_id = any(${[...ids]}::uuid[])`.execute(tx);
  for (const { agency_id: id, ...row } of rows) names.set(id, { id, ...row });
  return names;
}

/** What every file answers with beside its own members: open actions for this actor, clocks, timeline, hands. */
export async function viewFile(
  tx: Tx,
  file: OpenFile,
  actor: Actor,
  now: number,
  locale: keyof Bilingual,
): Promise<FileView> {
  const known = await namesIn(tx, file);
  const attachments = await attachmentsOf(tx, file.id);
  const names = new Map([...known].map(([id, one]) => [id, typeof one === 'string' ? one : one.name]));
  for (const { id, name } of attachments) names.set(id, name);
  return {
    actions: openActions(file.machine, file.timeline, procedureActor(actor), file.state).map(viewAction),
    clocks: readClocks(file.machine, file.timeline).map((reading) => reckonClock(reading, now)),
    timeline: file.timeline.map((entry) => viewEntry(file, entry, locale, names)),
    hands: file.state.hands.flatMap((id) => {
      const office = id === null ? undefined : known.get(id);
      return office && typeof office !== 'string' ? [office] : [];
    }),
    attachments,
  };
}
