// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testService } from '../../platform/testing/test-service.ts';
import { type Office, officesOf, type Seen } from './testing/offices.ts';
import { openTestLead } from './testing/open-lead.ts';

const t = await testService();
const { ids, as, look, step, refusedCode, openedFile } = await officesOf(t);

test('a lead goes through all five levels and back; its one clock runs through every hand', async () => {
  const id = await openTestLead(t, 'officer-nation');
  const path = `/api/leads/${id}`;
  const start = await step('officer-nation', path, 'grade', { grade: 'serious' });
  const clockOf = (one: Seen, name: string) =>
    (one.body['clocks'] as Record<string, unknown>[]).find((clock) => clock['id'] === name)!;
  const due = clockOf(start, 'check')['due'];
  const chain: Office[] = ['nation', 'province', 'city', 'county-a', 'station'];
  for (const [i, office] of chain.slice(0, -1).entries()) {
    const next = chain[i + 1]!;
    assert.equal(
      await refusedCode(`officer-${office}`, path, 'dispatch', { office: ids[office] }),
      'form_invalid',
      'only offices below',
    );
    await step(`officer-${office}`, path, 'dispatch', { office: ids[next], instruction: '请核查' });
    assert.deepEqual((await look(`officer-${office}`, path)).actions, ['note'], `${office} has let go of it`);
    t.clock.advance(86_400_000);
    const signed = await step(`officer-${next}`, path, 'sign');
    assert.equal(clockOf(signed, 'check')['due'], due, 'no dispatch restarts the clock');
    assert.equal(clockOf(signed, 'sign')['state'], 'met');
  }
  assert.equal((await look('officer-county-b', path)).status, 404);
  await step('officer-station', path, 'verify', { plan: '到现场核查' });
  const done = await step('officer-station', path, 'conclude', {
    outcome: 'to-case',
    reason: '现场查实在售',
  });
  assert.equal(clockOf(done, 'check')['state'], 'met');
  await step('officer-station', path, 'feedback', { feedback: '现场查实', quality: 'useful' });
  assert.equal((await look('officer-station', path)).actions.includes('feedback'), false);
  for (const office of ['county-a', 'city', 'province'] as const)
    await step(`officer-${office}`, path, 'pass-on');
  await step('officer-nation', path, 'audit', { verdict: 'accepted' });
  const ended = await step('officer-nation', path, 'archive');
  assert.equal(ended.state, 'archived');
  assert.deepEqual(
    (ended.body['hands'] as { id: string }[]).map((one) => one.id),
    [ids.nation],
  );
  const papers = ended.body['documents'] as Record<string, unknown>[];
  assert.deepEqual(
    papers.map((one) => one['template']),
    [...Array(4).fill('lead-dispatch'), 'lead-feedback'],
  );
  assert.equal(new Set(papers.map((one) => one['number'])).size, 5);
  const quality = await (await as('officer-city')).get('/api/lead-quality');
  assert.equal(
    quality.body.items!.find((one) => (one['agency'] as { id: string }).id === ids['county-a'])?.['useful'],
    1,
  );
});

test('a lead that is returned names its code and lies with the sender again', async () => {
  const id = await openTestLead(t, 'officer-city');
  const path = `/api/leads/${id}`;
  await step('officer-city', path, 'grade', { grade: 'slight' });
  assert.equal(
    await refusedCode('officer-city', path, 'return', { code: 'DEAD_LINK', reason: '无' }),
    'action_not_open',
  );
  await step('officer-city', path, 'dispatch', { office: ids['county-b'] });
  const back = await step('officer-county-b', path, 'return', { code: 'DEAD_LINK', reason: '页面已打不开' });
  assert.equal(back.state, 'returned');
  assert.ok((await look('officer-city', path)).actions.includes('dispatch'));
  assert.deepEqual((await look('officer-county-b', path)).actions, ['note']);
});

test('an objected transfer is settled by designation; nobody passes it on; the lead follows', async () => {
  const id = await openTestLead(t, 'officer-county-a');
  const lead = `/api/leads/${id}`;
  await step('officer-county-a', lead, 'grade', { grade: 'serious' });
  await step('officer-county-a', lead, 'propose-transfer', {
    receiver: ids['county-b'],
    ground: '经营者住所地在乙县',
  });
  const file = await openedFile('officer-county-a', lead, 'transfer');
  assert.equal((await look('officer-county-b', file)).status, 404, 'a draft stays in the house');
  assert.equal((await look('officer-county-b', lead)).status, 404);
  assert.equal(
    await refusedCode('officer-county-a', lead, 'dispatch', { office: ids.station }),
    'action_not_open',
  );
  assert.equal(await refusedCode('officer-county-a', file, 'approve'), 'action_not_open', 'a head approves');
  await step('head-county-a', file, 'approve');
  await step('officer-county-b', file, 'sign');
  await step('head-county-b', file, 'object', { objection: '实际经营地不在我县' });
  const objected = await look('head-county-b', file);
  assert.ok(
    !objected.actions.some((action) => /transfer|dispatch|send/.test(action)),
    'no way to pass it on',
  );
  const dispute = (objected.body['clocks'] as Record<string, unknown>[]).find(
    (one) => one['id'] === 'dispute',
  );
  assert.equal(dispute?.['state'], 'running');
  assert.equal(
    await refusedCode('head-county-b', file, 'ask-designation', {
      superior: ids['county-a'],
      reason: '争议',
    }),
    'form_invalid',
    'only the common superior',
  );
  await step('head-county-b', file, 'ask-designation', { superior: ids.city, reason: '双方意见不一' });
  assert.equal((await look('head-county-b', file)).actions.includes('accept'), false);
  await step('head-city', file, 'designate', { designee: ids['county-b'], reason: '住所地在乙县' });
  const taken = await step('officer-county-b', file, 'take');
  assert.equal(taken.state, 'accepted');
  const after = await look('officer-county-b', lead);
  assert.equal(after.state, 'signed');
  assert.ok(after.actions.includes('verify'));
  assert.ok(!after.actions.includes('propose-transfer'), 'no second transfer');
  assert.deepEqual((await look('officer-county-a', lead)).actions, ['note']);
  const templates = (taken.body['documents'] as Record<string, unknown>[]).map((one) => one['template']);
  assert.deepEqual(templates, [
    'transfer-letter',
    'transfer-receipt',
    'designation-request',
    'designation-notice',
  ]);
});

interface Link {
  view: Record<string, unknown>;
  version: number;
}
async function throughLink(token: string): Promise<Link> {
  const { status, body } = await t.nobody.get(`/api/links/${token}`);
  assert.equal(status, 200, JSON.stringify(body));
  return { view: body, version: Number(body['version']) };
}
async function linkOf(who: string, file: string): Promise<string> {
  const made = await (await as(who)).post(`${file}/link`, {});
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return String(made.body['address']).replace('/answer/', '');
}

test('a correction order is approved, answered by a link without an account, and looked at again', async () => {
  const id = await openTestLead(t, 'officer-county-a');
  const lead = `/api/leads/${id}`;
  await step('officer-county-a', lead, 'grade', { grade: 'slight' });
  await step('officer-county-a', lead, 'verify');
  await step('officer-county-a', lead, 'order-correction', {
    recipient: '示例某某旗舰店',
    breach: '网页未亮照',
    basis: '《网络交易监督管理办法》第十二条',
    demand: '在首页公示营业执照信息',
    deadline: '2026-04-30',
  });
  const file = await openedFile('officer-county-a', lead, 'correction');
  const early = await (await as('officer-county-a')).post(`${file}/link`, {});
  assert.equal(early.body['code'], 'link_not_open', 'nothing was sent yet');
  await step('head-county-a', file, 'approve');
  const token = await linkOf('officer-county-a', file);
  const { view, version } = await throughLink(token);
  assert.deepEqual(
    (view['actions'] as { id: string }[]).map((one) => one.id),
    ['answer'],
  );
  assert.ok(!JSON.stringify(view).includes('officer'), 'nothing of the house');
  const boundary = 'xYwBoundary';
  const upload = await t.fastify.inject({
    method: 'POST',
    url: `/api/links/${token}/attachments`,
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
    payload: `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="proof.txt"\r\nContent-Type: text/plain\r\n\r\n已公示\r\n--${boundary}--\r\n`,
  });
  assert.equal(upload.statusCode, 201, upload.body);
  const form = { measures: '已在首页公示', answeredBy: '示例店长', proof: upload.json().id };
  const answer = await t.nobody.post(
    `/api/links/${token}/actions/answer`,
    { version, form },
    { 'idempotency-key': 'a1' },
  );
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const again = await t.nobody.post(
    `/api/links/${token}/actions/answer`,
    { version, form },
    { 'idempotency-key': 'a1' },
  );
  assert.equal(again.status, 200, 'the same answer again is the same answer');
  const seenBy = await look('officer-county-a', file);
  assert.equal(seenBy.state, 'answered');
  assert.equal((seenBy.body['timeline'] as Record<string, unknown>[]).at(-1)?.['actor'], '示例某某旗舰店');
  const ended = await step('officer-county-a', file, 'recheck', { result: 'corrected', finding: '已亮照' });
  assert.equal(ended.state, 'corrected');
  const told = (await look('officer-county-a', lead)).body['timeline'] as Record<string, unknown>[];
  assert.equal(told.at(-1)?.['action'], 'task-ended');
  assert.equal((await t.nobody.get(`/api/links/${token}`)).body['ended'], true);
});

test('a platform that keeps silent has it counted against it; a late answer is late', async () => {
  const id = await openTestLead(t, 'officer-county-a');
  const lead = `/api/leads/${id}`;
  await step('officer-county-a', lead, 'grade', { grade: 'serious' });
  const deadline = new Date(t.clock.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  await step('officer-county-a', lead, 'notify-platform', {
    recipient: '示例平台有限公司',
    matter: '在售仿真枪',
    demand: 'remove',
    deadline,
  });
  const file = await openedFile('officer-county-a', lead, 'platform-notice');
  const token = await linkOf('officer-county-a', file);
  t.clock.advance(5 * 86_400_000);
  await runLapse();
  await runLapse();
  const lapsed = await look('officer-county-a', file);
  assert.equal(lapsed.state, 'unanswered');
  assert.equal(
    (lapsed.body['timeline'] as Record<string, unknown>[]).filter((one) => one['action'] === 'lapse').length,
    1,
  );
  assert.deepEqual(lapsed.body['record'], { sent: 1, answered: 0, late: 0, unanswered: 1 });
  const { version } = await throughLink(token);
  const answer = await t.nobody.post(`/api/links/${token}/actions/answer`, {
    version,
    form: { done: 'done', explanation: '已删除', answeredBy: '平台合规员' },
  });
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const ended = await step('officer-county-a', file, 'recheck', { result: 'complied', finding: '已下架' });
  assert.deepEqual(ended.body['record'], { sent: 1, answered: 0, late: 1, unanswered: 0 });
});

async function runLapse(): Promise<void> {
  const { lapseFiles } = await import('./lapse-files.ts');
  const { withActor, withSystem } = await import('../../platform/database/actor.ts');
  await lapseFiles.run(
    {},
    {
      app: t.app,
      system: (fn) => withSystem(t.app.db, 'test', fn),
      as: (actor, fn) => withActor(t.app.db, actor, fn),
      signal: new AbortController().signal,
      attempt: 1,
      jobId: '1',
    },
  );
}

test('a link opens one file, ends when it is revoked or replaced, and guessing is slowed down', async () => {
  const id = await openTestLead(t, 'officer-county-a');
  const lead = `/api/leads/${id}`;
  await step('officer-county-a', lead, 'grade', { grade: 'slight' });
  await step('officer-county-a', lead, 'remind', {
    recipient: '示例小店',
    matter: '请核对宣传用语',
    deadline: '2026-12-31',
  });
  const file = await openedFile('officer-county-a', lead, 'reminder');
  const first = await linkOf('officer-county-a', file);
  const second = await linkOf('officer-county-a', file);
  assert.equal((await t.nobody.get(`/api/links/${first}`)).body['code'], 'link_ended');
  await throughLink(second);
  assert.equal((await (await as('officer-county-b')).post(`${file}/link`, {})).body['code'], 'not_found');
  const closed = await (await as('officer-county-a')).delete(`${file}/link`);
  assert.equal(closed.status, 204);
  assert.equal((await t.nobody.get(`/api/links/${second}`)).body['code'], 'link_ended');
  const codes = [];
  for (let i = 0; i < 25; i++) codes.push((await t.nobody.get(`/api/links/guess${i}`)).body['code']);
  assert.equal(codes.at(-1), 'too_many_requests');
  const ended = await step('officer-county-a', file, 'withdraw', { reason: '发错对象' });
  assert.equal(ended.state, 'withdrawn');
  assert.equal((await look('officer-county-a', lead)).state, 'graded', 'the lead is in hand again');
});

test('two counties side by side: assistance is seen by both, everything else by its own', async () => {
  const id = await openTestLead(t, 'officer-county-a', '只归甲县的线索');
  const lead = `/api/leads/${id}`;
  await step('officer-county-a', lead, 'grade', { grade: 'serious' });
  await step('officer-county-a', lead, 'ask-assistance', {
    receiver: ids['county-b'],
    kind: 'info',
    ground: '案由',
    asked: '请协助核实经营地址',
  });
  const file = await openedFile('officer-county-a', lead, 'assistance');
  await step('head-county-a', file, 'approve');
  await step('officer-county-b', file, 'sign');
  const theirs = await look('officer-county-b', file);
  assert.equal(theirs.body['parent'], null, 'the lead stays with its office');
  const own = (await look('officer-county-a', lead)).body['lead'] as Record<string, unknown>;
  const number = String(own['number']);
  assert.equal((await look('officer-county-b', lead)).status, 404);
  for (const path of [
    '/api/leads?limit=200',
    '/api/desk/tasks?limit=200',
    '/api/audit?limit=200',
    '/api/leads/export?format=csv',
    '/api/files/export?format=csv',
    '/api/documents/export?format=csv',
    '/api/search?q=只归甲县',
  ]) {
    const answer = await (await as('officer-county-b')).get(path);
    if (answer.status === 404 || answer.status === 403) continue;
    const text = answer.bytes.toString('utf8');
    assert.ok(!text.includes(id) && !text.includes(number), path);
  }
  const both = await Promise.all(
    ['officer-county-a', 'officer-county-b'].map(async (who) =>
      (await (await as(who)).get('/api/files?procedure=assistance')).body.items!.map((one) => one['id']),
    ),
  );
  assert.deepEqual(both[0], both[1]);
  await step('officer-county-a', lead, 'notify-platform', {
    recipient: '示例平台有限公司',
    matter: '只归甲县的通知',
    demand: 'remove',
    deadline: '2027-12-31',
  });
  const counts = await Promise.all(
    ['officer-county-a', 'officer-county-b'].map(
      async (who) => (await (await as(who)).get('/api/files')).body['total'],
    ),
  );
  assert.ok(Number(counts[0]) > Number(counts[1]), JSON.stringify(counts));
  const papers = (await (await as('officer-county-b')).get('/api/documents?limit=200')).body.items!;
  for (const paper of papers)
    assert.equal(
      (await look('officer-county-b', `/api/leads/${String(paper['fileId'])}`)).status === 200 ||
        (await look('officer-county-b', `/api/files/${String(paper['fileId'])}`)).status === 200,
      true,
    );
  const answered = await step('officer-county-b', file, 'answer', { answer: '地址属实' });
  assert.equal(answered.state, 'answered');
  await step('officer-county-a', file, 'close', { result: 'useful' });
});

test('two people at once: one acts, the other hears what was done', async () => {
  const id = await openTestLead(t, 'officer-county-a');
  const path = `/api/leads/${id}`;
  const { version } = await look('officer-county-a', path);
  const [one, two] = await Promise.all(
    ['officer-county-a', 'head-county-a'].map(async (who) =>
      (await as(who)).post(`${path}/actions/grade`, { version, form: { grade: 'serious' } }),
    ),
  );
  assert.deepEqual([one!.status, two!.status].sort(), [200, 409]);
  const refused = one!.status === 409 ? one! : two!;
  assert.equal(refused.body['code'], 'moved_on');
  assert.match(JSON.stringify(refused.body['errors']), /定级/);
});
