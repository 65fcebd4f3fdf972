// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { usccCheckCharacter } from '@yiwang/kernel';
import { withActor, withSystem } from '../../platform/database/actor.ts';
import type { JobContext } from '../../platform/jobs/job.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { actorNamed } from '../desk/testing/open-files.ts';
import { noteOutcome } from './credit/write-credit.ts';
import { runImport } from './import/uploads.ts';
import { upsertSubject } from './upsert-subject.ts';

const t = await testService();
const officer = await t.as('officer-county-a');
const head = await t.as('head-county-a');
const codeOf = (i: number): string => {
  const body = `91900121${String(i).padStart(9, '0')}`;
  return body + usccCheckCharacter(body);
};
const add = async (body: object) => {
  const answer = await officer.post('/api/subjects', { kind: 'merchant', uscc: null, ...body });
  assert.equal(answer.status, 201, JSON.stringify(answer.body));
  return String(answer.body['id']);
};
const names = async (query: string) =>
  ((await officer.get(`/api/subjects?${query}`)).body.items ?? []).map((item) => item['name']);

test('subjects and venues of every kind are registered by hand, each once', async () => {
  await add({ name: '示例快付有限公司', kind: 'service-provider', service: 'payment', uscc: codeOf(1) });
  assert.deepEqual(await names('kind=service-provider'), ['示例快付有限公司']);
  const again = await officer.post('/api/subjects', {
    kind: 'merchant',
    name: '别名',
    uscc: codeOf(1),
  });
  assert.equal(again.body['code'], 'already_there');
  const wrong = await officer.post('/api/subjects', { kind: 'service-provider', name: '某某', uscc: 'X' });
  assert.equal(wrong.status, 422);
  const venue = {
    kind: 'live-account',
    name: '示例直播间',
    url: null,
    account: 'demo-live-01',
    platformId: null,
    subjectId: null,
  };
  assert.equal((await officer.post('/api/venues', venue)).status, 201);
  assert.equal((await officer.post('/api/venues', venue)).body['code'], 'already_there');
  assert.equal((await officer.post('/api/venues', { ...venue, kind: 'site' })).status, 422);
  const found = (await officer.get('/api/venues?kind=live-account')).body.items ?? [];
  assert.equal(found[0]?.['url'], 'demo-live-01');
});

test('two records become one with a reason, a patrol finds the one, and taking it back restores both', async () => {
  const a = await add({ name: '示例百货有限公司', uscc: codeOf(10), phone: '0900-1' });
  const b = await add({ name: '示例百货店' });
  const c = await add({ name: '示例百货（分店）' });
  await officer.post('/api/venues', {
    kind: 'site',
    name: '示例百货',
    url: 'https://b.example/',
    account: null,
    platformId: null,
    subjectId: b,
  });
  const merge = (into: string, fromId: string) =>
    officer.post(`/api/subjects/${into}/merge`, { fromId, reason: '同一经营者' });
  assert.equal((await merge(b, c)).status, 204);
  assert.equal((await merge(a, b)).status, 204);
  assert.equal((await merge(a, b)).body['code'], 'merge_refused');
  assert.equal((await merge(b, a)).body['code'], 'merge_refused');
  const file = (await officer.get(`/api/subjects/${a}`)).body as Record<string, Record<string, unknown>[]>;
  assert.equal(file['venues']?.[0]?.['name'], '示例百货');
  assert.deepEqual(file['venues']?.[0]?.['subject'], { id: a, name: '示例百货有限公司' });
  assert.equal(file['mergers']?.[0]?.['reason'], '同一经营者');
  assert.deepEqual(await names(`q=${encodeURIComponent('示例百货')}`), ['示例百货有限公司']);
  const seen = await withSystem(t.app.db, 'test', (tx) =>
    upsertSubject(tx, t.app.clock, { name: '示例百货店', uscc: null, usccValid: null }),
  );
  assert.equal(seen, a);
  const undo = await officer.post(`/api/mergers/${file['mergers']?.[0]?.['id']}/undo`, {
    reason: '合并有误',
  });
  assert.equal(undo.status, 204);
  const after = (await officer.get(`/api/subjects/${b}`)).body as typeof file;
  assert.equal(after['venues']?.length, 1);
  assert.equal(after['mergers']?.[0]?.['undoneAt'], null);
  assert.equal(((await officer.get(`/api/subjects/${c}`)).body['subject'] as { id: string }).id, c);
  assert.deepEqual((await names(`q=${encodeURIComponent('示例百货')}`)).sort(), [
    '示例百货店',
    '示例百货有限公司',
  ]);
  const kept = (await officer.get(`/api/subjects/${a}`)).body as typeof file;
  assert.equal(kept['mergers']?.[0]?.['undoReason'], '合并有误');
});

test('one record is split in two: the new one takes the venues that are named', async () => {
  const id = await add({ name: '示例混记商行' });
  const venue = await officer.post('/api/venues', {
    kind: 'shop',
    name: '别人的店',
    url: 'https://p.example/shop/9',
    account: null,
    platformId: null,
    subjectId: id,
  });
  const split = (venueIds: unknown[]) =>
    officer.post(`/api/subjects/${id}/split`, {
      name: '示例另一商行',
      uscc: codeOf(30),
      venueIds,
      reason: '两家经营者被记成一家',
    });
  assert.equal((await split(['00000000-0000-7000-8000-000000000000'])).status, 422);
  const made = await split([venue.body['id']]);
  assert.equal(made.status, 201);
  assert.equal(made.body['venues'], 1);
  assert.equal(((await officer.get(`/api/subjects/${id}`)).body['subject'] as { venues: number }).venues, 0);
});

test('events propose a class, a person gives it, and none moves by itself', async () => {
  const id = await add({ name: '示例信用商行', uscc: codeOf(40) });
  const credit = async () => (await officer.get(`/api/subjects/${id}/credit`)).body;
  assert.equal((await credit())['proposed'], 'A');
  const event = { kind: 'penalty', day: '2026-02-01', note: '虚假宣传', source: '示例罚字〔2026〕1号' };
  const added = await officer.post(`/api/subjects/${id}/credit/events`, event);
  assert.deepEqual([added.body['proposed'], added.body['class'], added.body['points']], ['C', null, 4]);
  const give = (client: typeof officer, to: string) =>
    client.post(`/api/subjects/${id}/credit/class`, { class: to, reason: '依处罚决定' });
  assert.equal((await give(officer, 'C')).status, 403);
  const given = (await give(head, 'C')).body;
  assert.equal(given['class'], 'C');
  assert.equal(given['rhythmDays'], 30);
  assert.equal(given['nextLookOn'], '2026-04-01');
  await officer.post(`/api/subjects/${id}/credit/events`, { ...event, kind: 'repair', day: '2026-03-01' });
  const repaired = await credit();
  assert.deepEqual([repaired['proposed'], repaired['class']], ['A', 'C']);
  assert.deepEqual(await names('class=C'), ['示例信用商行']);
});

test('the outcome of a lead stands in the credit file for those who may see the lead, and for nobody else', async () => {
  const id = await add({ name: '示例线索商行', uscc: codeOf(50) });
  const actor = await actorNamed(t, 'officer-county-a');
  const { openLead } = await import('../leads/index.ts');
  const leadId = await withActor(t.app.db, actor, (tx) =>
    openLead(tx, t.app.clock, actor, {
      source: 'officer',
      origin: 'find:test',
      packet: {
        subject: { id, name: '示例线索商行', uscc: codeOf(50), usccValid: true },
        venue: null,
        object: { title: '某某商品', url: 'https://c.example/1', price: null, currency: null, texts: {} },
        suspected: [],
      },
      pageKey: 'https://c.example/1',
      listingId: null,
      shop: null,
      evidenceIds: [],
      foundBy: null,
      foundAt: t.app.clock.now(),
      note: null,
    }),
  );
  const moved = {
    id: 'e',
    kind: 'lead.moved',
    objectId: leadId,
    at: new Date(t.app.clock.now()),
    payload: { state: 'corrected' },
  };
  for (let i = 0; i < 2; i++)
    await withSystem(t.app.db, 'test', (tx) => noteOutcome.handle(tx, moved, t.app));
  const events = async (client: typeof officer) =>
    ((await client.get(`/api/subjects/${id}/credit`)).body['events'] as Record<string, unknown>[]).map(
      (event) => event['kind'],
    );
  assert.deepEqual(await events(officer), ['corrected']);
  assert.deepEqual(await events(await t.as('officer-county-b')), []);
});

test('an upload is imported by a worker, its bad rows are to be had, another county does not see it', async () => {
  const boundary = 'yiwang-test';
  const csv = `名称,统一社会信用代码\n示例上传商行,${codeOf(60)}\n坏行,123\n`;
  const body = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="上传.csv"\r\ncontent-type: text/csv\r\n\r\n${csv}\r\n--${boundary}--\r\n`,
  );
  const answer = await head.post('/api/imports', body, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  });
  assert.equal(answer.status, 202, JSON.stringify(answer.body));
  const person = (await actorNamed(t, 'head-county-a')).personId!;
  const context: JobContext = {
    app: t.app,
    system: (fn) => withSystem(t.app.db, 'test', fn),
    as: (actor, fn) => withActor(t.app.db, actor, fn),
    signal: new AbortController().signal,
    attempt: 1,
    jobId: '1',
  };
  await runImport.run({ id: answer.body['id'], person }, context);
  const done = (await head.get('/api/imports')).body.items?.[0];
  assert.deepEqual([done?.['state'], done?.['made'], done?.['bad']], ['done', 1, 1]);
  assert.deepEqual(await names(`q=${encodeURIComponent('示例上传')}`), ['示例上传商行']);
  const errors = await head.get(`/api/imports/${answer.body['id']}/errors`);
  assert.match(errors.bytes.toString(), /3,uscc,/);
  const other = await t.as('head-county-b');
  assert.deepEqual((await other.get('/api/imports')).body.items, []);
  assert.equal((await other.get(`/api/imports/${answer.body['id']}/errors`)).status, 404);
});
