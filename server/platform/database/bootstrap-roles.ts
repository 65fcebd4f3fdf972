// SPDX-License-Identifier: Apache-2.0
import { failed } from '@yiwang/kernel';
import type pg from 'pg';

const roles = ['yiwang_app', 'yiwang_worker'] as const;

/**
 * Makes the two roles (they belong to the whole server, so another database may have made them already) and lets the
 * owner act as them. They may log in by themselves only where the server is ours (`login`: socket in a closed folder).
 * @throws AppError `database_roles` when the owner may not make roles
 */
export async function bootstrapRoles(client: pg.ClientBase, login: boolean): Promise<void> {
  for (const role of roles) {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [role]);
    if (found.rowCount === 0) await makeRole(client, role);
    const member = await client.query<{ may: boolean }>(
      'select rolsuper or pg_has_role(current_user, $1::name, $2) as may from pg_roles where rolname = current_user',
      [role, 'MEMBER'],
    );
    if (login) await client.query(`alter role ${role} login`);
    if (!member.rows[0]?.may) await joinRole(client, role);
  }
  const database = await client.query<{ name: string }>('select quote_ident(current_database()) as name');
  await client.query(`grant create on database ${database.rows[0]!.name} to yiwang_worker`);
}

async function joinRole(client: pg.ClientBase, role: string): Promise<void> {
  try {
    await client.query(`grant ${role} to current_user`);
  } catch (cause) {
    throw failed(
      'database_roles',
      `The role ${role} exists, but the owner of the database may not act as it: as administrator run "grant ${role} to <owner>".`,
      { cause },
    );
  }
}

async function makeRole(client: pg.ClientBase, role: string): Promise<void> {
  try {
    await client.query(`create role ${role} nologin noinherit nocreatedb nocreaterole`);
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === '42710' || code === '23505') return; // somebody else made it at the same moment
    throw failed(
      'database_roles',
      `The owner of the database may not create the role ${role}: as administrator run "create role ${role} nologin; grant ${role} to <owner>".`,
      { cause: error },
    );
  }
}
