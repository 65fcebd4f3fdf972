// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { systemClock } from '../../platform/clock.ts';
import { withSystem } from '../../platform/database/actor.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { walk } from './index.ts';

/** A site that can fall ill: 503 with Retry-After for its first requests, and it notes when it was asked. */
const asked: { at: number; url: string }[] = [];
let illFor = 0;
const server = createServer((request, response) => {
  asked.push({ at: Date.now(), url: request.url ?? '' });
  if (request.url === '/robots.txt') return response.writeHead(404).end();
  if (illFor-- > 0) return response.writeHead(503, { 'retry-after': '1' }).end();
  const links = Array.from({ length: 12 }, (_, i) => `<a href="/p/${i}">第${i}页</a>`).join(' ');
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(`<title>仿真站点</title><p>${request.url}</p>${request.url === '/' ? links : ''}`);
});
await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
after(() => new Promise((done) => server.close(done)));
const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
const t = await testService({ clock: systemClock, settings: { allowAddresses: [host] } });
const analyst = await t.as('monitor-analyst');

const patrol = async (rate: number) => {
  const { body } = await analyst.post('/api/patrols', {
    site: `http://${host}/`,
    ground: '礼貌测试',
    rate,
    render: 'never',
  });
  return String(body['id']);
};
const walkAll = (many: number, idleMs = 2500) =>
  Promise.all(
    Array.from({ length: many }, () => walk(t.app, { signal: AbortSignal.timeout(60_000), idleMs })),
  );

test('two walkers together ask a host no faster than its rate', async () => {
  const id = await patrol(10);
  await walkAll(2, 500);
  const { body } = await analyst.get(`/api/patrols/${id}`);
  assert.equal((body['patrol'] as { state: string }).state, 'done');
  const times = asked.map(({ at }) => at).sort((a, b) => a - b);
  assert.ok(times.length >= 14);
  const seconds = (times.at(-1)! - times[0]!) / 1000;
  // One slot each tenth of a second; the first is free.
  assert.ok((times.length - 1) / seconds <= 10.5, `${times.length} requests in ${seconds} s`);
});

test('a host that is ill for a moment is waited for, and nothing is lost', async () => {
  await withSystem(t.app.db, 'test', (tx) => sql`update pages set packs = 'older'`.execute(tx));
  illFor = 6;
  const before = asked.length;
  const id = await patrol(20);
  await walkAll(1);
  const { body } = await analyst.get(`/api/patrols/${id}`);
  const { state, counts } = body['patrol'] as { state: string; counts: Record<string, number> };
  assert.equal(state, 'done', JSON.stringify(body['patrol']));
  assert.equal(counts['pages'], 13, JSON.stringify(counts));
  const ill = asked.slice(before).filter(({ url }) => url === '/');
  const gap = ill[1]!.at - ill[0]!.at;
  assert.ok(gap >= 900, `asked again after ${gap} ms though the host wished for a second`);
});
