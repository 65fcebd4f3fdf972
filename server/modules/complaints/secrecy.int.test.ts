// SPDX-License-Identifier: Apache-2.0
// No route, page, export, event, audit row or table shows a sealed field; only `readIdentity` does, to the roles that may,
// and every look leaves its line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLES, ROUTES } from '@yiwang/contracts';
import fc from 'fast-check';
import { sql } from 'kysely';
import { withSystem } from '../../platform/database/actor.ts';
import { testService } from '../../platform/testing/test-service.ts';

const t = await testService({ settings: { filingsPerHour: 10_000, requestsPerMinute: 1_000_000 } });
t.clock.set('2026-05-11T02:00:00.000Z');

const letters = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥'];
const word = fc
  .array(fc.constantFrom(...letters), { minLength: 6, maxLength: 8 })
  .map((list) => list.join(''));
const digits = fc
  .array(fc.integer({ min: 0, max: 9 }), { minLength: 8, maxLength: 8 })
  .map((list) => `139${list.join('')}`);
const filer = fc.record({
  name: word.map((text) => `密${text}`),
  phone: digits,
  email: word.map((text) => `${text}@mail.example`),
  address: word.map((text) => `示例省密路${text}号`),
  idKind: fc.constant('身份证'),
  idNumber: digits.map((text) => `9${text}00000X`),
});

/** Everything the database holds, as text; sealed columns are bytes and show as such. */
async function dump(): Promise<string> {
  return withSystem(t.app.db, 'test', async (tx) => {
    const { rows } = await sql<{ name: string }>`
      select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'select')`.execute(tx);
    const parts: string[] = [];
    for (const { name } of rows) {
      const found = await sql<{ text: string | null }>`
        select string_agg(x::text, E'\n') as text from ${sql.table(name)} x`.execute(tx);
      parts.push(`${name}: ${found.rows[0]?.text ?? ''}`);
    }
    return parts.join('\n');
  });
}

const jobs = async (): Promise<string> =>
  withSystem(t.app.db, 'test', async (tx) =>
    JSON.stringify((await sql`select payload from events`.execute(tx)).rows),
  );

test('whatever is sealed is seen through readIdentity alone', async () => {
  const clients = new Map([['nobody', t.nobody]]);
  for (const role of ROLES) {
    const account = t.accounts.find((one) => one.roles.length === 1 && one.roles[0] === role)!;
    clients.set(role, await t.as(account.username));
  }
  await fc.assert(
    fc.asyncProperty(filer, filer, async (one, two) => {
      const mixed = await t.nobody.post('/api/complaints', {
        shop: { name: '仿真小店', respondentAddress: '示例省示例市甲县某某路2号' },
        matter: 'goods',
        statement: '买的东西与描述不符。',
        claims: ['refund'],
        filer: one,
        joint: { people: [{ name: two.name, phone: two.phone }], representatives: [two.name] },
        alsoReport: {},
      });
      assert.equal(mixed.status, 201, JSON.stringify(mixed.body));
      const report = await t.nobody.post('/api/reports', {
        shop: { name: '仿真小店', respondentAddress: '示例省示例市甲县某某路2号' },
        matter: 'ad',
        statement: '宣传能治病。',
        filer: two,
      });
      const secrets = [one, two].flatMap(({ idKind: _, ...rest }) => Object.values(rest));
      const clear = (text: string, where: string) => {
        for (const secret of secrets) assert.ok(!text.includes(secret), `${where} shows ${secret}`);
      };
      const clerk = clients.get('intake_clerk')!;
      const ids = (
        await Promise.all(
          ['complaints', 'reports'].map(
            async (kind) => (await clerk.get(`/api/${kind}?limit=200`)).body.items!,
          ),
        )
      )
        .flat()
        .filter((row) =>
          [mixed, report].some((sent) =>
            (sent.body.items as { number: string }[]).some((item) => item.number === row['number']),
          ),
        )
        .map((row) => String(row['id']));
      assert.equal(ids.length, 3);
      for (const [who, client] of clients)
        for (const route of ROUTES) {
          if (route.method !== 'GET' || route.media === 'stream') continue;
          for (const id of route.path.includes('{id}') ? ids : [ids[0]!]) {
            const path = route.path
              .replace('{id}', id)
              .replace('{receipt}', String(mixed.body['receipt']))
              .replace(/\{\w+\}/g, id);
            const answer = await client.get(path);
            clear(answer.bytes.toString('utf8'), `${who} ${path}`);
            if (!route.path.includes('{id}')) break;
          }
        }
      for (const path of ['/status', '/filed']) {
        const page = await t.fastify.inject({
          method: 'GET',
          url: path,
          headers: { cookie: `yw_receipt=${String(mixed.body['receipt'])}` },
        });
        clear(page.body, path);
      }
      for (const [who, client] of clients)
        for (const id of ids) {
          const kind = (await clerk.get(`/api/reports/${id}`)).status === 200 ? 'report' : 'complaint';
          const look = await client.post(`/api/filings/${id}/identity`, {
            purpose: 'contact',
            rationale: '联系核实情况',
          });
          const may =
            ['intake_clerk', 'field_officer', 'authority_head'].includes(who) ||
            (who === 'mediator' && kind === 'complaint');
          assert.equal(look.status === 200, may, `${who} ${kind} ${look.status}`);
          if (!may) clear(look.bytes.toString('utf8'), `${who} identity`);
          else {
            const held = secrets.filter((secret) => look.bytes.toString('utf8').includes(secret));
            assert.ok(held.length >= 4, 'the fields themselves');
          }
        }
      clear(await dump(), 'the database');
      clear(await jobs(), 'events');
    }),
    // Every route as every role: one round in npm test, more where somebody asks for them.
    { numRuns: Number(process.env['YIWANG_TEST_RUNS'] ?? 1) },
  );
  const audit = await (await t.as('head-county-a')).get('/api/audit?action=read-identity&limit=200');
  assert.ok(audit.body.items!.length >= 8, 'each look stands in the audit');
});
