// SPDX-License-Identifier: Apache-2.0
import type { ClockView, OpenAction, TimelineEntry } from '@yiwang/contracts';
import { type Action, type Bilingual, type Field, openActions, readClocks } from '@yiwang/procedures';
import type { Actor } from '../database/actor.ts';
import type { NamedEntry, OpenFile } from './file.ts';
import { reckonClock } from './reckon-clock.ts';

export interface FileView {
  actions: OpenAction[];
  clocks: ClockView[];
  timeline: TimelineEntry[];
}

const viewField = (field: Field) => ({
  name: field.name,
  title: field.title,
  type: field.type,
  required: field.required,
  ...(field.options ? { options: [...field.options] } : {}),
  ...(field.help ? { help: field.help } : {}),
});

const viewAction = (action: Action): OpenAction => ({
  id: action.id,
  title: action.title,
  form: action.form.map(viewField),
  final: action.final === true,
});

function viewEntry(file: OpenFile, entry: NamedEntry, locale: keyof Bilingual): TimelineEntry {
  const action = file.machine.actions.find((a) => a.id === entry.action);
  const filled = (action?.form ?? []).flatMap((field) => {
    const value = entry.form[field.name];
    if (value === undefined || value === null) return [];
    const chosen = field.options?.find((option) => option.value === value);
    return [{ field, value: chosen ? chosen.title[locale] : String(value) }];
  });
  const note = filled.find(({ field }) => field.type === 'longtext');
  return {
    id: entry.id,
    at: new Date(entry.at).toISOString(),
    actor: entry.actorName,
    action: entry.action,
    title: action?.title ?? file.machine.opening.title,
    note: note?.value ?? null,
    details: filled.filter((row) => row !== note).map(({ field, value }) => ({ title: field.title, value })),
  };
}

/** What every file answers with beside its own members: open actions for this actor, clocks with derivation, timeline. */
export function viewFile(file: OpenFile, actor: Actor, now: number, locale: keyof Bilingual): FileView {
  const by = actor.personId === null ? null : { id: actor.personId, roles: actor.roles };
  return {
    actions: openActions(file.machine, file.timeline, by, file.state).map(viewAction),
    clocks: readClocks(file.machine, file.timeline).map((reading) => reckonClock(reading, now)),
    timeline: file.timeline.map((entry) => viewEntry(file, entry, locale)),
  };
}
