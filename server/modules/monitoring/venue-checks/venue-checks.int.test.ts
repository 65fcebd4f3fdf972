// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { sql } from 'kysely';
import { withSystem } from '../../../platform/database/actor.ts';
import { testService } from '../../../platform/testing/test-service.ts';
import { walk } from '../walk/walk.ts';
import { checkVenuesOfPatrol } from './check-venues.ts';
import { lookAtVenue } from './look-at-venue.ts';

let pages: Record<string, string> = {};
const site = createServer((request, response) => {
  const page = pages[request.url ?? ''];
  response.writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' });
  response.end(page ?? '');
}).listen(0, '127.0.0.1');
await new Promise((listening) => site.once('listening', listening));
const { port } = site.address() as AddressInfo;
const url = `http://127.0.0.1:${port}/`;
const t = await testService({ settings: { allowAddresses: [`127.0.0.1:${port}`] } });
after(() => void site.close());
const officer = await t.as('officer-county-a');

const CODE = '91330100MA0XNX0016';
const item = (title: string, foot = '') =>
  `<html lang="zh-CN"><title>${title}</title><script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: title,
    offers: { '@type': 'Offer', price: '19.90', priceCurrency: 'CNY' },
  })}</script><h1>${title}</h1><p>¥19.90</p>${foot}`;
const home = (foot: string) =>
  `<html lang="zh-CN"><title>首页 - 仿真百货</title><h1>仿真百货</h1><p>今日上新</p><a href="/item/1">棉布袋</a>${foot}`;

async function patrol(shown: Record<string, string>): Promise<string> {
  pages = shown;
  const started = await officer.post('/api/patrols', {
    site: url,
    ground: '主体查验',
    rate: 20,
    render: 'never',
  });
  assert.equal(started.status, 201, JSON.stringify(started.body));
  const id = String(started.body['id']);
  await walk(t.app, { signal: AbortSignal.timeout(90_000), idleMs: 50 });
  return id;
}

/** What the worker does after a patrol: the check, then each look that it asked for. */
async function check(patrolId: string): Promise<number> {
  const asked = await withSystem(t.app.db, 'patrol', (tx) => checkVenuesOfPatrol(tx, t.app, patrolId));
  const venues = await withSystem(t.app.db, 'patrol', (tx) =>
    sql<{ venue_id: string; url: string }>`
      select venue_id, url from venue_sightings where patrol_id = ${patrolId}`.execute(tx),
  );
  if (asked > 0)
    for (const venue of venues.rows)
      await lookAtVenue(
        t.app,
        { patrolId, venueId: venue.venue_id, url: venue.url },
        AbortSignal.timeout(20_000),
      );
  return asked;
}
const hits = async () =>
  (await officer.get('/api/hits?limit=100')).body.items!.filter((hit) =>
    String(hit['rule']).startsWith('venue-'),
  );

test('a site that never tells its licence becomes one hit on the venue, with evidence, judged like any other', async () => {
  const id = await patrol({ '/': home(''), '/item/1': item('棉布袋') });
  assert.equal(await check(id), 1);
  const [hit, ...more] = await hits();
  assert.deepEqual(more, []);
  assert.equal(hit!['label'], 'licence/not-displayed');
  assert.equal(hit!['patrolId'], id);
  assert.ok(hit!['venueId']);
  assert.ok(hit!['evidenceId']);
  const detail = await officer.get(`/api/hits/${hit!['id']}`);
  assert.equal(detail.status, 200, JSON.stringify(detail.body));
  const [finding] = detail.body['findings'] as {
    field: string;
    start: number;
    end: number;
    text: string;
    basis: { instrument: string }[];
  }[];
  const texts = detail.body['texts'] as Record<string, string>;
  assert.equal(texts[finding!.field]!.slice(finding!.start, finding!.end), finding!.text);
  assert.ok(finding!.basis.some((row) => row.instrument === 'ECL'));
  // The same facts again are no second hit.
  await check(id);
  assert.equal((await hits()).length, 1);
  const judged = await officer.post(`/api/hits/${hit!['id']}/verdict`, { verdict: 'confirmed' });
  assert.equal(judged.status, 200, JSON.stringify(judged.body));
  const lead = await officer.get(`/api/leads/${judged.body['leadId']}`);
  assert.equal(lead.status, 200, JSON.stringify(lead.body));
  const undone = await officer.post(`/api/hits/${hit!['id']}/undo`);
  assert.equal(undone.status, 200, JSON.stringify(undone.body));
  const noise = await officer.post(`/api/hits/${hit!['id']}/verdict`, { verdict: 'noise' });
  assert.equal(noise.status, 200, JSON.stringify(noise.body));
  await check(await patrol(pages));
  assert.equal((await hits()).length, 0);
});

test('a code that the register knows as ended and as another firm is said with what stands against it', async () => {
  const foot = `<footer>仿真百货有限公司 统一社会信用代码：${CODE}</footer>`;
  await patrol({ '/': home(foot), '/item/1': item('棉布袋', foot) });
  // As an import of register data leaves it.
  await withSystem(t.app.db, 'import', (tx) =>
    sql`update subjects set name = '样本五金有限公司', status = 'revoked', said_by = 'import:register.csv'
      where uscc = ${CODE}`.execute(tx),
  );
  await check(await patrol(pages));
  const found = await hits();
  assert.deepEqual(found.map((hit) => hit['rule']).sort(), [
    'venue-code-of-other-firm',
    // The code is of Zhejiang, where the link to the e-licence is a duty (ZJ22 7).
    'venue-emark-missing-duty',
    'venue-licence-revoked',
  ]);
  const detail = await officer.get(`/api/hits/${found[0]!['id']}`);
  assert.equal(((detail.body['siblings'] ?? []) as unknown[]).length >= 1, true);
});

test('the rules about venues are listed with the others', async () => {
  const rule = await officer.get('/api/rules/venue-licence-not-displayed');
  assert.equal(rule.status, 200);
  assert.ok((rule.body['negative'] as string[]).length >= 6);
});
