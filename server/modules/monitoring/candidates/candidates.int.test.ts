// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { createFetcher } from '@yiwang/collector';
import { sql } from 'kysely';
import { withSystem } from '../../../platform/database/actor.ts';
import { testService } from '../../../platform/testing/test-service.ts';
import { walk } from '../walk/walk.ts';
import { proposeLinked } from './from-links.ts';
import { fromMention } from './from-mention.ts';
import { hitsOf, httpSearch } from './http-search.ts';
import { fieldsOf } from './import-list.ts';
import { probeCandidate } from './probe-candidate.ts';
import { runSearch } from './search-candidates.ts';

const open: Server[] = [];
after(() => {
  for (const server of open) server.close();
});
async function serve(
  pages: () => Record<string, string>,
  type = 'text/html; charset=utf-8',
): Promise<string> {
  const server = createServer((request, response) => {
    const page = pages()[request.url ?? ''];
    response.writeHead(page === undefined ? 404 : 200, { 'content-type': type });
    response.end(page ?? '');
  }).listen(0, '127.0.0.1');
  open.push(server);
  await new Promise((listening) => server.once('listening', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const foot = '<footer>仿真百货有限公司 统一社会信用代码：91330100MA0XNX0016 客服电话：0571-00000000</footer>';
const goods = (n: number) =>
  `<script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@graph': Array.from({ length: n }, (_, i) => ({
      '@type': 'Product',
      name: `样本商品 ${i + 1}`,
      offers: { '@type': 'Offer', price: '9.90', priceCurrency: 'CNY' },
    })),
  })}</script>`;
let second = '';
const first = await serve(() => ({
  '/': `<html lang="zh-CN"><title>首页 - 仿真百货</title><p>今日上新</p><a href="/about">关于</a><a href="${second}shop/">友情链接</a>${foot}`,
  '/about': `<html lang="zh-CN"><title>关于</title><a href="${second}">合作</a><a href="https://www.example.gov.cn/">主管部门</a>${foot}`,
}));
second = await serve(() => ({
  '/': `<html lang="zh-CN"><title>示例小铺</title><p>全场包邮，欢迎选购</p>${goods(4)}<p>联系电话：0571-00000000</p>`,
}));
const hosts = [new URL(first).host, new URL(second).host];
const t = await testService({ settings: { allowAddresses: hosts } });
const officer = await t.as('officer-county-a');
const other = await t.as('officer-county-b');
const system = <T>(fn: Parameters<typeof withSystem<T>>[2]) => withSystem(t.app.db, 'patrol', fn);
const queue = async (query = '') => (await officer.get(`/api/candidates?limit=200${query}`)).body.items!;

test('a patrol brings the sites it links to into the queue, once, with its page as the reason', async () => {
  const started = await officer.post('/api/patrols', {
    site: first,
    ground: '外链发现',
    rate: 20,
    render: 'never',
  });
  const id = String(started.body['id']);
  await walk(t.app, { signal: AbortSignal.timeout(90_000), idleMs: 50 });
  assert.equal(await system((tx) => proposeLinked(tx, t.clock, id)), 1);
  assert.equal(await system((tx) => proposeLinked(tx, t.clock, id)), 0);
  const [candidate, ...more] = await queue();
  assert.deepEqual(more, []);
  assert.equal(candidate!['url'], second);
  const before = candidate!['score'] as number;
  await probeCandidate(t.app, String(candidate!['id']), AbortSignal.timeout(10_000));
  const detail = await officer.get(`/api/candidates/${candidate!['id']}`);
  assert.equal(detail.status, 200, JSON.stringify(detail.body));
  const reasons = detail.body['reasons'] as {
    kind: string;
    detail: string;
    venue: { name: string } | null;
  }[];
  assert.deepEqual(reasons.map((one) => one.kind).sort(), ['contact', 'link']);
  assert.equal(reasons.find((one) => one.kind === 'contact')!.venue!.name, '仿真百货');
  const probe = detail.body['probe'] as { listings: number; title: string };
  assert.equal(probe.listings, 4);
  assert.equal((detail.body['suggestion'] as { verdict: string }).verdict, 'no_licence');
  assert.ok((detail.body['candidate'] as { score: number }).score > before + 0.3);
});

test('a verdict that somebody trades there makes a venue; undo takes it away again; history stays', async () => {
  const [candidate] = await queue();
  const id = String(candidate!['id']);
  const judged = await officer.post(`/api/candidates/${id}/verdict`, {
    verdict: 'no_licence',
    note: '首页可见商品',
  });
  assert.equal(judged.status, 200, JSON.stringify(judged.body));
  const venueId = String(judged.body['venueId']);
  const venue = await officer.get(`/api/venues/${venueId}`);
  assert.equal((venue.body['venue'] as { name: string }).name, '示例小铺');
  assert.equal((await queue()).length, 0);
  const late = await other.post(`/api/candidates/${id}/verdict`, { verdict: 'wrong_link' });
  assert.equal(late.body['code'], 'candidate_judged');
  const foreign = await other.post(`/api/candidates/${id}/undo`);
  assert.equal(foreign.body['code'], 'nothing_to_undo');
  const undone = await officer.post(`/api/candidates/${id}/undo`);
  assert.equal(undone.status, 200, JSON.stringify(undone.body));
  assert.equal(undone.body['venueStays'], false);
  assert.equal((await officer.get(`/api/venues/${venueId}`)).status, 404);
  assert.equal((await queue()).length, 1);
  const subject = (await officer.get('/api/subjects')).body.items![0]!;
  const again = await officer.post(`/api/candidates/${id}/verdict`, {
    verdict: 'matched_registered',
    subjectId: subject['id'],
  });
  assert.equal(again.status, 200, JSON.stringify(again.body));
  const linked = await officer.get(`/api/venues/${again.body['venueId']}`);
  assert.equal((linked.body['venue'] as { subject: { id: string } }).subject.id, subject['id']);
  const { body } = await officer.get(`/api/candidates/${id}`);
  assert.deepEqual((body['verdicts'] as { verdict: string }[]).map((one) => one.verdict).sort(), [
    'matched_registered',
    'no_licence',
    'undo',
  ]);
});

test('a list is taken in line by line; bad lines are told, known sites and repeats are no second candidate', async () => {
  const text = [
    '网址,名称',
    'https://list-one.example/item/3,"样本,旗舰店"',
    'list-two.example',
    'not an address',
    `${first}about`,
    'https://www.list-one.example/',
    '',
  ].join('\r\n');
  const done = await officer.post('/api/candidates/import', { source: '某某部门移送名单', text });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  assert.deepEqual(
    { ...done.body, bad: (done.body['bad'] as { line: number }[]).map((one) => one.line) },
    { added: 2, again: 1, known: 1, bad: [4] },
  );
  const named = (await queue('&q=list-one'))[0]!;
  assert.equal(named['name'], '样本,旗舰店');
  assert.deepEqual(fieldsOf('a;"b;c"\td'), ['a', 'b;c', 'd']);
});

test('an address somebody mentions in a complaint comes through the port', async () => {
  await system((tx) =>
    fromMention.handle(
      tx,
      {
        id: '00000000-0000-7000-8000-000000000001',
        kind: 'address.mentioned',
        objectId: '00000000-0000-7000-8000-000000000002',
        at: new Date(t.clock.now()),
        payload: { url: 'https://mentioned.example/goods/7', where: '投诉〔2026〕第0001号' },
      },
      t.app,
    ),
  );
  const [candidate] = await queue('&reason=complaint');
  assert.equal(candidate!['host'], 'mentioned.example');
});

test('a search service is a port: none by default, an HTTP one answers in JSON of its own shape', async () => {
  const refused = await officer.post('/api/candidates/search', { query: '棉布袋' });
  assert.equal(refused.body['code'], 'search_not_set_up');
  const service = await serve(
    () => ({
      '/find?q=%E6%A3%89%E5%B8%83%E8%A2%8B': JSON.stringify({
        data: {
          webPages: {
            value: [
              { name: '棉布袋批发', url: 'https://found.example/p/1' },
              { url: 'https://www.example.gov.cn/' },
            ],
          },
        },
      }),
    }),
    'application/json',
  );
  const fetcher = createFetcher({
    userAgent: 'test',
    contact: 'mailto:test@example.invalid',
    allowAddresses: [new URL(service).host],
    clock: t.clock,
  });
  after(() => fetcher.close());
  const port = httpSearch(fetcher, `${service}find?q={q}`, null);
  const signal = AbortSignal.timeout(5000);
  assert.equal(await runSearch(t.app, port, { query: '棉布袋', byName: '某某' }, signal, system), 1);
  assert.equal((await queue('&reason=search'))[0]!['name'], '棉布袋批发');
  await assert.rejects(port.search('别的', signal), { code: 'search_failed' });
  assert.deepEqual(hitsOf([{ link: 'https://a.example/', title: 'A' }, { link: 'javascript:1' }]), [
    { url: 'https://a.example/', title: 'A' },
  ]);
});

test('a candidate that does not answer says so and sinks; an inside address is never asked', async () => {
  await officer.post('/api/candidates/import', {
    source: '名单',
    text: 'http://127.0.0.1:1/\nhttp://10.0.0.8/',
  });
  for (const host of ['127.0.0.1:1', '10.0.0.8']) {
    const [candidate] = await queue(`&q=${host}`);
    const before = candidate!['score'] as number;
    await probeCandidate(t.app, String(candidate!['id']), AbortSignal.timeout(10_000));
    const { body } = await officer.get(`/api/candidates/${candidate!['id']}`);
    assert.equal((body['suggestion'] as { verdict: string }).verdict, 'dead_link');
    assert.ok((body['candidate'] as { score: number }).score < before);
  }
  const asked = await system((tx) =>
    sql`select 1 from request_log where host in ('127.0.0.1:1', '10.0.0.8')`.execute(tx),
  );
  assert.equal(asked.rows.length, 0);
});
