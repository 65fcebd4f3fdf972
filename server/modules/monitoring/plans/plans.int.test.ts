// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { fixedClock } from '@yiwang/kernel';
import { sql } from 'kysely';
import { withSystem } from '../../../platform/database/actor.ts';
import { testService } from '../../../platform/testing/test-service.ts';
import { walk } from '../walk/walk.ts';
import { runDuePlans } from './run-plans.ts';

const BAD = '高仿手表 一比一复刻 支持验货';
let goods: Record<string, { title: string; price: string }> = {};
const site = createServer((request, response) => {
  const path = request.url ?? '';
  const one = goods[path];
  const links = Object.keys(goods).map((href) => `<a href="${href}">${goods[href]!.title}</a>`);
  const html = one
    ? `<html lang="zh-CN"><title>${one.title}</title><script type="application/ld+json">${JSON.stringify({
        '@context': 'https://schema.org',
        '@type': 'Product',
        name: one.title,
        offers: { '@type': 'Offer', price: one.price, priceCurrency: 'CNY' },
      })}</script><h1>${one.title}</h1>`
    : path === '/'
      ? `<html lang="zh-CN"><title>首页 - 仿真百货</title><p>全部商品</p>${links.join('')}`
      : null;
  response.writeHead(html === null ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(html ?? '');
}).listen(0, '127.0.0.1');
await new Promise((listening) => site.once('listening', listening));
after(() => void site.close());
const { host, href: url } = new URL(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
const clock = fixedClock('2026-03-02T02:00:00.000Z');
const t = await testService({ clock, settings: { allowAddresses: [host] } });
let officer = await t.as('officer-county-a');
let head = await t.as('head-county-a');
/** Days later; sessions end meanwhile. */
async function goTo(at: string): Promise<void> {
  clock.set(at);
  officer = await t.as('officer-county-a');
  head = await t.as('head-county-a');
}
const visit = () => walk(t.app, { signal: AbortSignal.timeout(90_000), idleMs: 50 });
const patrols = async () =>
  (await withSystem(t.app.db, 'test', (tx) => sql`select 1 from patrols`.execute(tx))).rows.length;

test('a round begins when it is due, once, however many look', async () => {
  goods = { '/g/1': { title: '棉布袋', price: '9.90' } };
  const made = await officer.post('/api/plans', {
    kind: 'targeted',
    title: '重点网站',
    ground: '定向监测',
    sites: [url],
    everyDays: 7,
    atHour: 9,
    startsOn: '2026-03-02',
    rate: 20,
    render: 'never',
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  assert.equal(made.body['state'], 'waiting');
  assert.equal(made.body['nextDueAt'], '2026-03-02T01:00:00.000Z');
  const begun = await Promise.all([runDuePlans(t.app), runDuePlans(t.app), runDuePlans(t.app)]);
  assert.deepEqual(begun.toSorted(), [0, 0, 1]);
  assert.equal(await runDuePlans(t.app), 0);
  assert.equal(await patrols(), 1);
  await visit();
  const { body } = await officer.get(`/api/plans/${made.body['id']}`);
  const [run] = body['runs'] as Record<string, number | string>[];
  assert.equal(run!['sites'], 1);
  assert.equal(run!['pages'], 2);
  assert.ok(run!['endedAt']);
  assert.equal((body['plan'] as { nextDueAt: string }).nextDueAt, '2026-03-09T01:00:00.000Z');
  // Three weeks of standstill are one round, not three.
  await goTo('2026-03-24T02:00:00.000Z');
  assert.equal(await runDuePlans(t.app), 1);
  assert.equal(await runDuePlans(t.app), 0);
  const [target] = (await officer.get(`/api/plan-targets?planId=${made.body['id']}`)).body.items!;
  assert.deepEqual([target!['host'], target!['round'], target!['skipped']], [host, 2, null]);
  // A round asked for by hand leaves alone what is being visited.
  const again = await officer.post(`/api/plans/${made.body['id']}/run`);
  assert.equal((again.body['runs'] as { skipped: number }[])[0]!.skipped, 1);
  await visit();
  await officer.post(`/api/plans/${made.body['id']}/pause`);
  await goTo('2026-06-01T02:00:00.000Z');
  assert.equal(await runDuePlans(t.app), 0);
  const ended = await officer.post(`/api/plans/${made.body['id']}/end`);
  assert.equal((ended.body['plan'] as { state: string }).state, 'ended');
  assert.equal((await officer.post(`/api/plans/${made.body['id']}/resume`)).body['code'], 'plan_ended');
});

test('a campaign checks everybody, looks again, and reports what was mended', async () => {
  goods = {
    '/g/1': { title: '棉布袋', price: '9.90' },
    '/g/2': { title: BAD, price: '199' },
    '/g/3': { title: `${BAD} 女款`, price: '299' },
    '/g/4': { title: '高仿皮包 一比一复刻', price: '399' },
  };
  const made = await officer.post('/api/plans', {
    kind: 'campaign',
    title: '仿冒商品专项',
    ground: '专项检查',
    sites: [url, 'http://10.0.0.9/'].slice(0, 1),
    classes: ['trading'],
    startsOn: '2026-06-01',
    recheckOn: '2026-06-20',
    atHour: 9,
    rate: 20,
    render: 'never',
  });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const id = String(made.body['id']);
  assert.equal(await runDuePlans(t.app), 1);
  await visit();
  const hits = (await officer.get('/api/hits?limit=100')).body.items!.filter(
    (hit) => hit['label'] === 'counterfeit',
  );
  assert.ok(hits.length >= 3, `${hits.length}`);
  const first = hits.find((hit) => String(hit['url']).endsWith('/g/2'))!;
  const judged = await officer.post(`/api/hits/${first['id']}/verdict`, { verdict: 'confirmed' });
  assert.equal(judged.status, 200, JSON.stringify(judged.body));
  const before = (await officer.get(`/api/plans/${id}/report`)).body as Record<
    string,
    Record<string, number>
  >;
  assert.equal(before['recheck'], null);
  assert.equal(before['totals']!['flagged'], 1);
  // One is gone, one changed its words, one stays.
  goods = {
    '/g/1': { title: '棉布袋', price: '8.90' },
    '/g/3': { title: '女款手表', price: '299' },
    '/g/4': { title: '高仿皮包 一比一复刻', price: '399' },
    '/g/5': { title: '竹编筐', price: '29' },
  };
  await goTo('2026-06-20T02:00:00.000Z');
  assert.equal(await runDuePlans(t.app), 1);
  await visit();
  // The page that is linked no more is asked for by the later looks of its hit.
  const report = (await officer.get(`/api/plans/${id}/report`)).body as unknown as {
    recheck: Record<string, number>;
    runs: { phase: string }[];
  };
  const { recheck } = report;
  assert.equal(recheck['changed'], 1, JSON.stringify(recheck));
  assert.equal(recheck['still'], 1, JSON.stringify(recheck));
  assert.equal(recheck['gone']! + recheck['unseen']!, 1, JSON.stringify(recheck));
  assert.equal(report.runs[0]!.phase, 'recheck');
  const csv = await officer.get(`/api/plan-targets/export?planId=${id}&format=csv&lang=zh`);
  assert.equal(csv.status, 200);
  assert.match(csv.bytes.toString('utf8'), new RegExp(host.replaceAll('.', '\\.')));
  assert.equal((await officer.post(`/api/plans/${id}/run`)).body['code'], 'plan_ended');
  const [venue] = (await officer.get('/api/venues')).body.items!;
  const changes = await officer.get(`/api/venues/${venue!['id']}/changes`);
  assert.equal(changes.status, 200, JSON.stringify(changes.body));
  const { counts, items } = changes.body as unknown as {
    counts: Record<string, number>;
    items: { kind: string; title: string; before: string | null; after: string | null }[];
  };
  assert.equal(counts['new'], 1);
  assert.equal(counts['title'], 1);
  assert.equal(counts['price'], 1);
  assert.deepEqual(
    items.filter((item) => item.kind === 'price').map((item) => [item.before, item.after]),
    [['9.9 CNY', '8.9 CNY']],
  );
});

test('goods that an officer confirmed are known again under another address', async () => {
  goods = { ...goods, '/new/7': { title: `新品 ${BAD}`, price: '188' } };
  await officer.post('/api/patrols', { site: url, ground: '复现', rate: 20, render: 'never' });
  await visit();
  const hit = (await officer.get('/api/hits?limit=100')).body.items!.find((one) =>
    String(one['url']).endsWith('/new/7'),
  );
  const detail = await officer.get(`/api/hits/${hit!['id']}`);
  const [hint] = detail.body['comebacks'] as {
    direction: string;
    title: string;
    likeness: number;
    byText: boolean;
  }[];
  assert.equal(hint?.direction, 'of');
  assert.equal(hint?.title, BAD);
  assert.ok(hint!.likeness > 0.55 && hint!.byText);
});

test('the rhythm of a class is a setting with a neutral default; a head sets it, an officer does not', async () => {
  const { items } = (await officer.get('/api/rhythms')).body;
  assert.deepEqual(
    items!.map((rhythm) => [rhythm['class'], rhythm['days'], rhythm['basis']]),
    ['platform', 'trading', 'showcase', 'shop'].map((name) => [name, 30, null]),
  );
  assert.equal((await officer.put('/api/rhythms', { class: 'trading', days: 7 })).status, 403);
  const set = await head.put('/api/rhythms', { class: 'trading', days: 90, basis: '某某局 2026 年工作安排' });
  assert.equal(set.status, 200, JSON.stringify(set.body));
  const made = await officer.post('/api/plans', {
    kind: 'daily',
    title: '日常监测',
    ground: '日常监测',
    classes: ['trading'],
    startsOn: '2026-06-20',
    atHour: 0,
    rate: 20,
    render: 'never',
  });
  // Visited today: not due again for ninety days, so the round has no site.
  assert.equal(await runDuePlans(t.app), 0);
  const { body } = await officer.get(`/api/plans/${made.body['id']}`);
  assert.equal((body['runs'] as { sites: number }[])[0]!.sites, 0);
  await goTo('2026-09-25T02:00:00.000Z');
  assert.equal(await runDuePlans(t.app), 1);
});

test('a plan without an aim or with days out of order is refused', async () => {
  const plan = { kind: 'campaign', title: '专项', ground: '专项', startsOn: '2026-10-01' };
  assert.equal((await officer.post('/api/plans', plan)).body['code'], 'plan_without_aim');
  const late = await officer.post('/api/plans', { ...plan, sites: [url], recheckOn: '2026-09-01' });
  assert.equal(late.body['code'], 'plan_dates');
  const inside = await officer.post('/api/plans', { ...plan, sites: ['http://10.0.0.9/'] });
  assert.equal(inside.body['code'], 'address_refused');
});
