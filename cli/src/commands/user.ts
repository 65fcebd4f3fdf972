// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import {
  changePasswordOf,
  createPerson,
  createToken,
  disablePerson,
  findPerson,
  hashPassword,
  makePassword,
  modules,
  prepareDatabase,
  ROLES,
  type Role,
  revokeTokens,
  rootAgency,
  systemActor,
  withSystem,
} from '@yiwang/server';
import { type Command, UsageError } from '../command.ts';
import { readSecret } from '../lib/read-secret.ts';
import { withServer } from '../lib/server-session.ts';
import { serverOptions, settingsOf } from '../lib/server-settings.ts';

const options = {
  ...serverOptions,
  role: { type: 'string', multiple: true },
  agency: { type: 'string' },
  name: { type: 'string' },
  generate: { type: 'boolean' },
  scope: { type: 'string', multiple: true },
  label: { type: 'string' },
  days: { type: 'string' },
  revoke: { type: 'boolean' },
  enable: { type: 'boolean' },
  reason: { type: 'string' },
} as const;

export const command: Command = {
  summary: 'accounts: add, passwd, disable, token',
  help: `
Usage: yiwang user add NAME --role ROLE… [--name TEXT] [--agency PATH] [--generate]
       yiwang user passwd NAME [--generate]
       yiwang user disable NAME [--enable] [--reason TEXT]
       yiwang user token NAME [--scope read|write|CALL]… [--label TEXT] [--days 90]
       yiwang user token NAME --revoke

The password is read from the terminal or from stdin (one line); --generate makes one and prints it.
--agency is a place in the tree, e.g. 000000.330000 (default: the top). A token is printed once.
Roles: ${ROLES.join(' ')}
Every command records itself in the audit. --json prints one object. Exit 2: unknown account, name taken, bad input.`,
  async run(args) {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true });
    const [verb = '', username] = positionals;
    const act = verbs[verb];
    if (act === undefined || username === undefined)
      throw new UsageError('say "user add|passwd|disable|token NAME"');
    const secret = await secretFor(verb, values.generate ?? false);
    const answer = await withServer(settingsOf(values), async (app, database) => {
      await prepareDatabase(app, database.urls, modules, () => undefined);
      const passwordHash = secret === null ? '' : await hashPassword(secret);
      return withSystem(app.db, 'command', (tx) => act({ tx, app, username, values, passwordHash }));
    });
    if (values.generate && secret !== null) answer['password'] = secret;
    if (values.json) process.stdout.write(`${JSON.stringify(answer)}\n`);
    else
      for (const [name, value] of Object.entries(answer)) process.stdout.write(`${name} ${String(value)}\n`);
    return 0;
  },
};

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];
interface Call {
  tx: Parameters<typeof createPerson>[0];
  app: Parameters<Parameters<typeof withServer>[1]>[0];
  username: string;
  values: Values;
  passwordHash: string;
}

const actor = systemActor('command');

const verbs: Record<string, (call: Call) => Promise<Record<string, unknown>>> = {
  async add({ tx, app, username, values, passwordHash }) {
    const roles = (values.role ?? []).flatMap((text) => text.split(','));
    const unknown = roles.find((role) => !ROLES.some((known) => known === role));
    if (unknown !== undefined || roles.length === 0)
      throw new UsageError(
        unknown === undefined ? 'give at least one --role' : `there is no role "${unknown}"`,
      );
    const person = await createPerson(tx, app.clock, actor, {
      username,
      name: values.name ?? username,
      agencyId: await agencyOf(tx, app, values.agency),
      roles: roles as Role[],
      passwordHash,
    });
    return {
      id: person.id,
      username: person.username,
      agency: person.agency.name,
      roles: person.roles.join(' '),
    };
  },

  async passwd({ tx, app, username, passwordHash }) {
    const person = await findPerson(tx, username);
    await changePasswordOf(tx, app.clock, actor, person.person_id, passwordHash);
    return { username: person.username, changed: true };
  },

  async disable({ tx, app, username, values }) {
    const person = await findPerson(tx, username);
    const disabled = values.enable !== true;
    await disablePerson(tx, app.clock, actor, {
      id: person.person_id,
      disabled,
      reason: values.reason ?? 'yiwang user disable',
    });
    return { username: person.username, disabled };
  },

  async token({ tx, app, username, values }) {
    const person = await findPerson(tx, username);
    if (values.revoke)
      return { revoked: await revokeTokens(tx, app.clock, actor, { personId: person.person_id }) };
    const days = Number(values.days ?? 90);
    if (!Number.isInteger(days) || days < 1 || days > 3650) throw new UsageError('--days is 1 to 3650');
    const expiresAt = new Date(app.clock.now() + days * 86_400_000);
    const made = await createToken(tx, app.clock, actor, {
      personId: person.person_id,
      label: values.label ?? 'command line',
      scopes: values.scope ?? ['read'],
      expiresAt,
    });
    return { token: made.token, id: made.id, expires: expiresAt.toISOString() };
  },
};

async function agencyOf(tx: Call['tx'], app: Call['app'], path: string | undefined): Promise<string> {
  if (path === undefined) return rootAgency(tx, app);
  const row = await tx.selectFrom('agencies').select('agency_id').where('path', '=', path).executeTakeFirst();
  if (row === undefined) throw new UsageError(`there is no agency at ${path}`);
  return row.agency_id;
}

async function secretFor(verb: string, generate: boolean): Promise<string | null> {
  if (verb !== 'add' && verb !== 'passwd') return null;
  const secret = generate ? makePassword() : await readSecret('password: ');
  if (secret.length < 10) throw new UsageError('the password must have ten characters or more');
  return secret;
}
