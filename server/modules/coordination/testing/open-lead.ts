// SPDX-License-Identifier: Apache-2.0
import { sql } from 'kysely';
import { type Actor, withActor, withSystem } from '../../../platform/database/actor.ts';
import type { TestDatabase } from '../../../platform/testing/test-database.ts';
import { actorOf } from '../../access/index.ts';
import { openLead } from '../../leads/index.ts';

/** The actor behind a demonstration account. */
export async function actorNamed(t: TestDatabase, username: string): Promise<Actor> {
  return withSystem(t.app.db, 'test', async (tx) => {
    const { rows } = await sql<{ person_id: string }>`
      select person_id from people where username = ${username}`.execute(tx);
    const actor = rows[0] ? await actorOf(tx, rows[0].person_id) : null;
    if (actor === null) throw new Error(`no account ${username}`);
    return actor;
  });
}

export async function officeId(t: TestDatabase, path: string): Promise<string> {
  return withSystem(t.app.db, 'test', async (tx) => {
    const { rows } = await sql<{ agency_id: string }>`
      select agency_id from agencies where path = ${path}`.execute(tx);
    return rows[0]!.agency_id;
  });
}

let serial = 0;

/** A lead in the office of an account, as a confirmed find makes it. */
export async function openTestLead(
  t: TestDatabase,
  username: string,
  title = '示例仿真枪模型',
): Promise<string> {
  const actor = await actorNamed(t, username);
  serial += 1;
  const url = `http://shop.invalid/item/${serial}`;
  return withActor(t.app.db, actor, (tx) =>
    openLead(tx, t.app.clock, actor, {
      source: 'officer',
      origin: `test:${serial}`,
      packet: {
        subject: null,
        venue: null,
        object: { title, url, price: 199, currency: 'CNY', texts: { title } },
        suspected: [
          {
            hitId: null,
            rule: 'sample',
            label: 'prohibited/firearms',
            title: { zh: '枪支及仿真枪', en: 'Firearms' },
            severity: 'serious',
            finding: null,
            basis: [{ instrument: 'ECL', article: '13', certainty: 'A' }],
          },
        ],
      },
      pageKey: url,
      listingId: null,
      shop: '示例某某旗舰店',
      evidenceIds: [],
      foundBy: actor.name,
      foundAt: t.app.clock.now(),
      note: null,
    }),
  );
}
