// SPDX-License-Identifier: Apache-2.0
import type { TemplateView, TemplateWords } from '@yiwang/contracts';
import { type Clock, invalid, refused } from '@yiwang/kernel';
import {
  COMMON_FIELDS,
  type DocumentTemplate,
  findTemplate,
  TEMPLATES,
  type TemplateText,
  unknownPlaces,
} from '@yiwang/procedures';
import { sql } from 'kysely';
import { recordAudit } from '../../platform/audit/record-audit.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';

interface OwnWords {
  template: string;
  version: number;
  words: TemplateText | null;
  changed_by: string;
  changed_at: Date;
}

async function ownWords(tx: Tx, agencyId: string, template?: string): Promise<Map<string, OwnWords>> {
  const { rows } = await sql<OwnWords>`
    select distinct on (template) template, version, words, changed_by, changed_at from document_templates
    where agency_id = ${agencyId} ${template === undefined ? sql`` : sql`and template = ${template}`}
    order by template, version desc`.execute(tx);
  return new Map(rows.map((row) => [row.template, row]));
}

/** The words an office uses for a paper now. */
export async function wordsOf(tx: Tx, agencyId: string, template: DocumentTemplate): Promise<TemplateText> {
  return (await ownWords(tx, agencyId, template.id)).get(template.id)?.words ?? template.text;
}

/** Titles of the places that are fields of forms, by name; common ones have theirs. */
const places = (template: DocumentTemplate) => [
  ...Object.entries(COMMON_FIELDS).map(([name, title]) => ({ name, title })),
  ...template.fields
    .filter((name) => !(name in COMMON_FIELDS))
    .map((name) => ({ name, title: template.fieldTitles[name] ?? null })),
];

const view = (template: DocumentTemplate, own: OwnWords | undefined): TemplateView => {
  const house = { ...template.text, paragraphs: [...template.text.paragraphs] };
  return {
    id: template.id,
    title: template.title,
    sign: template.sign,
    own: own?.words != null,
    version: own?.version ?? 0,
    words: own?.words ? { ...own.words, paragraphs: [...own.words.paragraphs] } : house,
    house,
    places: places(template),
    changedBy: own?.changed_by ?? null,
    changedAt: own?.changed_at.toISOString() ?? null,
  };
};

export async function listTemplates(tx: Tx, actor: Actor): Promise<TemplateView[]> {
  const own = await ownWords(tx, actor.agencyId ?? '00000000-0000-0000-0000-000000000000');
  return TEMPLATES.map((template) => view(template, own.get(template.id)));
}

/** @throws AppError `not_found`, `input_invalid` naming the places that the paper does not know */
export function checkWords(id: string, words: TemplateWords): DocumentTemplate {
  const template = findTemplate(id);
  if (!template) throw refused('not_found', `paper ${id}`);
  const unknown = unknownPlaces(template, words);
  if (unknown.length > 0)
    throw invalid('input_invalid', `the paper knows no ${unknown.join(', ')}`, {
      faults: unknown.map((name) => ({ pointer: '/words', field: name, reason: `{{${name}}} is not known` })),
    });
  return template;
}

/** Puts the own office's words in place; papers made before keep theirs. @throws AppError `moved_on`, `input_invalid` */
export async function saveTemplate(
  tx: Tx,
  clock: Clock,
  actor: Actor,
  id: string,
  wish: { words: TemplateWords | null; version: number },
): Promise<TemplateView> {
  const template = wish.words ? checkWords(id, wish.words) : findTemplate(id);
  if (!template || actor.agencyId === null) throw refused('not_found', `paper ${id}`);
  const before = (await ownWords(tx, actor.agencyId, id)).get(id);
  if ((before?.version ?? 0) !== wish.version) throw refused('moved_on', `paper ${id} was changed meanwhile`);
  const made = await sql`
    insert into document_templates (agency_id, template, version, words, changed_by, changed_at)
    values (${actor.agencyId}, ${id}, ${wish.version + 1}, ${wish.words === null ? null : JSON.stringify(wish.words)}::jsonb,
      ${actor.name}, ${new Date(clock.now())}) on conflict do nothing returning 1`.execute(tx);
  if (made.rows.length === 0) throw refused('moved_on', `paper ${id} was changed meanwhile`);
  await recordAudit(tx, clock, actor, {
    action: 'save-template',
    object: { kind: 'template', id },
    details: { version: wish.version + 1, own: wish.words !== null },
  });
  return view(template, (await ownWords(tx, actor.agencyId, id)).get(id));
}
