// SPDX-License-Identifier: Apache-2.0
import type { Answer, Body, importCandidates as contract } from '@yiwang/contracts';
import { sql } from 'kysely';
import type { App } from '../../../platform/app.ts';
import { recordAudit } from '../../../platform/audit/record-audit.ts';
import type { Actor } from '../../../platform/database/actor.ts';
import type { Tx } from '../../../platform/database/db.ts';
import { placeOf } from './candidate-key.ts';
import { propose } from './propose.ts';
import { WEIGHT } from './reasons.ts';

/** Lines of one list; more come in several lists. */
const MAX_LINES = 5000;
const MAX_BAD = 200;

/** The fields of one CSV line (RFC 4180 quotes; comma, Chinese comma, semicolon or tab between them). */
export function fieldsOf(line: string): string[] {
  const fields: string[] = [];
  let field = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const char = line[i]!;
    if (quoted) {
      if (char !== '"') field += char;
      else if (line[i + 1] === '"') {
        field += '"';
        i++;
      } else quoted = false;
    } else if (char === '"' && field === '') quoted = true;
    else if (char === ',' || char === '，' || char === ';' || char === '\t') {
      fields.push(field.trim());
      field = '';
    } else field += char;
  }
  fields.push(field.trim());
  return fields;
}

const HEAD = /^(?:url|网址|地址|链接|link|site|website|domain|域名)$/i;

/** Takes a pasted or uploaded list of addresses into the queue; bad lines are told, the good ones are kept. */
export async function importCandidates(
  tx: Tx,
  app: App,
  actor: Actor,
  wish: Body<typeof contract>,
): Promise<Answer<typeof contract>> {
  const lines = wish.text.replace(/^\ufeff/, '').split(/\r?\n/);
  const done = { added: 0, again: 0, known: 0 };
  const bad: Answer<typeof contract>['bad'] = [];
  let taken = 0;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const fields = fieldsOf(line);
    const address = fields.find((field) => /^https?:\/\//i.test(field)) ?? fields[0] ?? '';
    if (at === 0 && fields.some((field) => HEAD.test(field))) continue;
    const place = /\s/.test(address) ? null : placeOf(address);
    const reason = taken >= MAX_LINES ? 'too-many' : place === null ? 'no-address' : null;
    if (place === null || reason !== null) {
      if (bad.length < MAX_BAD)
        bad.push({ line: at + 1, text: line.slice(0, 200), reason: reason ?? 'no-address' });
      continue;
    }
    taken++;
    const name =
      fields.find((field) => field !== '' && field !== address && !/^https?:/i.test(field)) ?? null;
    const { outcome } = await propose(tx, app.clock, {
      place,
      name: name?.slice(0, 200) ?? null,
      reasons: [
        { kind: 'list', detail: wish.source, source: address, byName: actor.name, weight: WEIGHT.list },
      ],
    });
    done[outcome === 'new' ? 'added' : outcome]++;
  }
  await recordAudit(tx, app.clock, actor, {
    action: 'import-candidates',
    object: {
      kind: 'candidates',
      id: (await sql<{ id: string }>`select gen_random_uuid() as id`.execute(tx)).rows[0]!.id,
    },
    rationale: wish.source,
    details: { ...done, bad: bad.length },
  });
  return { ...done, bad };
}
