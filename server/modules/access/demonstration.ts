// SPDX-License-Identifier: Apache-2.0
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Level, ROLES, type Role } from '@yiwang/contracts';
import { uuidv7 } from '@yiwang/kernel';
import type { App } from '../../platform/app.ts';
import { systemActor, withSystem } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { Tables } from '../../platform/database/tables.ts';
import { createPerson } from './create-person.ts';
import { changePasswordOf } from './manage-account.ts';
import { hashPassword, makePassword } from './secrets.ts';
import './tables.ts';

/** One row of `demo-accounts.json`. */
export interface DemoAccount {
  username: string;
  password: string;
  roles: readonly Role[];
  agency: string;
  level: Level;
}

interface DemoAgency {
  key: string;
  name: string;
  level: Level;
  kind: Tables['agencies']['kind'];
  path: string;
}

/** Divisions beginning with 90 are in no official list: nobody can take these offices for real ones. */
const agencies: readonly DemoAgency[] = [
  { key: 'nation', name: '示例国市场监管总局', level: 'nation', kind: 'authority', path: '000000' },
  {
    key: 'province',
    name: '示例省市场监督管理局',
    level: 'province',
    kind: 'authority',
    path: '000000.900000',
  },
  {
    key: 'city',
    name: '示例市市场监督管理局',
    level: 'city',
    kind: 'authority',
    path: '000000.900000.900100',
  },
  {
    key: 'county-a',
    name: '示例市甲县市场监督管理局',
    level: 'county',
    kind: 'authority',
    path: '000000.900000.900100.900121',
  },
  {
    key: 'county-b',
    name: '示例市乙县市场监督管理局',
    level: 'county',
    kind: 'authority',
    path: '000000.900000.900100.900122',
  },
  {
    key: 'station',
    name: '甲县示例街道市场监督管理所',
    level: 'station',
    kind: 'authority',
    path: '000000.900000.900100.900121.900121001',
  },
  { key: 'department', name: '示例市某部门', level: 'city', kind: 'department', path: 'x.department1' },
  { key: 'platform', name: '示例平台有限公司', level: 'nation', kind: 'platform', path: 'x.platform1' },
  { key: 'merchant', name: '示例百货店', level: 'county', kind: 'merchant', path: 'x.merchant1' },
];

interface DemoPerson {
  username: string;
  name: string;
  roles: readonly Role[];
  agency: string;
}

const home: Partial<Record<Role, string>> = {
  supervisor: 'city',
  counterpart: 'department',
  platform_compliance: 'platform',
  merchant: 'merchant',
  administrator: 'nation',
};

const names: Record<Role, string> = {
  intake_clerk: '受理员',
  mediator: '调解员',
  field_officer: '执法员',
  monitor_analyst: '监测员',
  case_reviewer: '审核员',
  authority_head: '负责人',
  supervisor: '督办员',
  counterpart: '协同单位联系人',
  platform_compliance: '平台合规员',
  merchant: '经营者',
  trainer: '培训员',
  administrator: '管理员',
};

/** One account per role, then a head and an officer at each level and in two counties side by side. */
const people: readonly DemoPerson[] = [
  ...ROLES.map((role) => ({
    username: role.replaceAll('_', '-'),
    name: `示例${names[role]}`,
    roles: [role],
    agency: home[role] ?? 'county-a',
  })),
  ...agencies
    .filter((agency) => agency.kind === 'authority')
    .flatMap(({ key, name }): DemoPerson[] => [
      { username: `head-${key}`, name: `${name}负责人`, roles: ['authority_head'], agency: key },
      {
        username: `officer-${key}`,
        name: `${name}执法员`,
        roles: ['field_officer', 'monitor_analyst'],
        agency: key,
      },
    ]),
];

export const DEMO_FILE = 'demo-accounts.json';

/**
 * Makes the demonstration's offices and accounts and writes `demo-accounts.json` (0600) into the data folder.
 * Later starts keep accounts and passwords; when the file was lost, new passwords are set.
 */
export async function loadDemonstration(app: App): Promise<readonly DemoAccount[]> {
  const file = join(app.settings.data, DEMO_FILE);
  const before = await withSystem(app.db, 'demonstration', (tx) =>
    tx.selectFrom('people').select(['person_id', 'username']).where('demo', '=', true).execute(),
  );
  const kept = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as DemoAccount[]) : [];
  if (before.length >= people.length && kept.length >= people.length) return kept;

  const passwords = people.map(() => makePassword());
  const hashes = await Promise.all(passwords.map(hashPassword));
  const accounts = await withSystem(app.db, 'demonstration', async (tx) => {
    const ids = await makeAgencies(tx, app);
    const actor = systemActor('demonstration');
    const known = new Map(before.map((row) => [row.username, row.person_id]));
    const made: DemoAccount[] = [];
    for (const [index, person] of people.entries()) {
      const agency = agencies.find((one) => one.key === person.agency)!;
      const id = known.get(person.username);
      if (id !== undefined) await changePasswordOf(tx, app.clock, actor, id, hashes[index]!);
      else
        await createPerson(tx, app.clock, actor, {
          ...person,
          agencyId: ids.get(person.agency)!,
          passwordHash: hashes[index]!,
          demo: true,
        });
      made.push({
        username: person.username,
        password: passwords[index]!,
        roles: person.roles,
        agency: agency.name,
        level: agency.level,
      });
    }
    // Before the commit: accounts without their file would be lost, a file without accounts is written again.
    writeFileSync(`${file}.new`, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600 });
    return made;
  });
  renameSync(`${file}.new`, file);
  return accounts;
}

async function makeAgencies(tx: Tx, app: App): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const agency of agencies) {
    const parent = agency.path.slice(0, Math.max(0, agency.path.lastIndexOf('.')));
    const parentKey = agencies.find((one) => one.path === parent)?.key;
    await tx
      .insertInto('agencies')
      .values({
        agency_id: uuidv7(app.clock.now()),
        name: agency.name,
        level: agency.level,
        kind: agency.kind,
        division: agency.path.split('.').at(-1)!,
        path: agency.path,
        parent_id: parentKey === undefined ? null : (ids.get(parentKey) ?? null),
        demo: true,
        created_at: new Date(app.clock.now()),
      })
      .onConflict((conflict) => conflict.column('path').doNothing())
      .execute();
    const row = await tx
      .selectFrom('agencies')
      .select('agency_id')
      .where('path', '=', agency.path)
      .executeTakeFirstOrThrow();
    ids.set(agency.key, row.agency_id);
  }
  return ids;
}
