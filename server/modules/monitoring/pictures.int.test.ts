// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { systemClock } from '../../platform/clock.ts';
import { withSystem } from '../../platform/database/actor.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { walk } from './index.ts';

const scan = readFileSync(new URL('../../../market/assets/licence-qinghe.png', import.meta.url));
const page = (title: string, body: string) =>
  `<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${body}<p>${'本店只作示例。'.repeat(20)}</p></html>`;
const asked: string[] = [];
const shop = createServer((request, response) => {
  asked.push(request.url!);
  const send = (type: string, body: string | Buffer) => response.setHeader('content-type', type).end(body);
  if (request.url === '/robots.txt') send('text/plain', 'User-agent: *\nDisallow: /closed/');
  else if (request.url === '/scan.png' || request.url?.startsWith('/closed/')) send('image/png', scan);
  else if (request.url === '/licence')
    send(
      'text/html',
      page(
        '营业执照',
        '<p>见图</p><img src="/scan.png" alt="营业执照"><img src="/closed/2.png" alt="许可证">',
      ),
    );
  else send('text/html', page('某某图片执照示例店', '<p><a href="/licence">营业执照</a></p>'));
});
shop.listen(0, '127.0.0.1');
await once(shop, 'listening');
after(() => shop.close());
const host = `127.0.0.1:${(shop.address() as AddressInfo).port}`;
const t = await testService({ clock: systemClock, settings: { allowAddresses: [host] } });
const analyst = await t.as('monitor-analyst');

test('a licence that is only a picture becomes facts whose source says so; robots.txt holds for pictures', async () => {
  const started = await analyst.post('/api/patrols', {
    site: `http://${host}/`,
    ground: '识读执照图片',
    rate: 20,
    render: 'never',
  });
  assert.equal(started.status, 201, JSON.stringify(started.body));
  await walk(t.app, { signal: AbortSignal.timeout(60_000), idleMs: 500 });
  const { facts, requests } = await withSystem(t.app.db, 'test', async (tx) => ({
    facts: (
      await sql<{ field: string; value: string; source: string; source_url: string }>`
        select distinct field, value, source, source_url from facts where source = 'picture'`.execute(tx)
    ).rows,
    requests: (await sql<{ url: string }>`select url from request_log where ground = 'picture'`.execute(tx))
      .rows,
  }));
  const code = facts.find((fact) => fact.field === 'uscc');
  assert.equal(code?.value, '91330106MA00010184');
  assert.equal(code?.source_url, `http://${host}/scan.png`);
  assert.ok(facts.some((fact) => fact.field === 'name' && fact.value === '某某清禾示例家居用品有限公司'));
  assert.deepEqual(
    requests.map(({ url }) => url),
    [`http://${host}/scan.png`],
  );
  assert.ok(!asked.some((url) => url.startsWith('/closed/')), 'robots.txt bars this picture');
});
