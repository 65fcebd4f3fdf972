// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { startMarket, truthOn } from '@yiwang/market';
import { readWacz } from '@yiwang/proof';
import { systemClock } from '../../platform/clock.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { walk } from './index.ts';

const DAY = 40;
const market = await startMarket({ day: DAY });
after(() => market.close());
const { host } = new URL(market.url);
const t = await testService({
  clock: systemClock,
  settings: { allowAddresses: [host], chromiumPath: process.env['CHROMIUM_PATH'] ?? null },
});
const [officerA, officerB, headA] = await Promise.all(
  ['officer-county-a', 'officer-county-b', 'head-county-a'].map((name) => t.as(name)),
);
const walkUntilIdle = () => walk(t.app, { signal: AbortSignal.timeout(200_000), idleMs: 300 });
const planted = truthOn(DAY).find(
  (row) => row.kind === 'listing' && row.labels.includes('counterfeit') && row.path.startsWith('/yijin/'),
)!;

test("an officer's own find is captured, pictured, screened and a lead of his office", async () => {
  const reported = await officerA!.post('/api/finds', {
    url: `${market.url}${planted.path}`,
    note: '群众现场指认的链接',
  });
  assert.equal(reported.status, 202, JSON.stringify(reported.body));
  assert.equal(reported.body['state'], 'queued');
  await walkUntilIdle();
  const find = await officerA!.get(`/api/finds/${reported.body['id']}`);
  assert.equal(find.body['state'], 'done', JSON.stringify(find.body));
  assert.equal((await officerB!.get(`/api/finds/${reported.body['id']}`)).status, 404);

  const lead = await officerA!.get(`/api/leads/${find.body['leadId']}`);
  assert.equal(lead.status, 200, JSON.stringify(lead.body));
  assert.equal((lead.body['lead'] as Record<string, unknown>)['source'], 'officer');
  assert.ok(String(lead.body['foundBy']).length > 0);
  assert.ok(((lead.body['lead'] as Record<string, string[]>)['labels'] ?? []).includes('counterfeit'));
  assert.match(JSON.stringify(lead.body['timeline']), /群众现场指认的链接/);
  assert.equal((lead.body['evidence'] as unknown[]).length, 1);
  assert.ok((lead.body['liveness'] as Record<string, unknown>)['nextAt'], 'it is looked at again');
  assert.equal((await headA!.get(`/api/leads/${find.body['leadId']}`)).status, 200);
  assert.equal((await officerB!.get(`/api/leads/${find.body['leadId']}`)).status, 404);
  // A find makes no question for everybody's triage.
  assert.equal((await officerB!.get('/api/hits')).body['total'], 0);

  const evidenceId = String(find.body['evidenceId']);
  assert.equal((await officerB!.get(`/api/evidence/${evidenceId}`)).status, 404);
  const detail = await officerA!.get(`/api/evidence/${evidenceId}`);
  assert.equal(detail.status, 200, JSON.stringify(detail.body).slice(0, 500));
  assert.equal((detail.body['evidence'] as Record<string, unknown>)['hasScreenshot'], true);
  const picture = await officerA!.get(`/api/evidence/${evidenceId}/screenshot`);
  assert.equal(picture.headers['content-type'], 'image/png');
  assert.equal(picture.bytes.subarray(1, 4).toString('latin1'), 'PNG');
  const page = await officerA!.get(`/api/evidence/${evidenceId}/page`);
  assert.match(String(page.headers['content-type']), /^text\/plain/);
  assert.match(page.bytes.toString('utf8'), /<html/i);
  const package_ = await officerA!.get(`/api/evidence/${evidenceId}.wacz`);
  assert.ok(readWacz(package_.bytes).records.some((record) => record.uri.startsWith('urn:screenshot:')));
  const verified = await officerA!.post(`/api/evidence/${evidenceId}/verify`);
  assert.equal(verified.body['verdict'], 'valid', JSON.stringify(verified.body));
  const again = await officerA!.get(`/api/evidence/${evidenceId}`);
  assert.deepEqual(
    (again.body['custody'] as { act: string }[]).map((one) => one.act),
    ['captured', 'viewed', 'exported', 'verified', 'viewed'],
  );
});

test('a find that cannot be reached says why, and makes no lead', async () => {
  const reported = await officerA!.post('/api/finds', {
    url: `${market.url}/no/such/page`,
    note: '打不开的链接',
  });
  const told = () => officerA!.get(`/api/finds/${reported.body['id']}`);
  let find = await told();
  // Its turn at the host may come a moment after the walk has found nothing to do.
  for (let turn = 0; turn < 20 && find.body['state'] === 'queued'; turn++) {
    await walkUntilIdle();
    find = await told();
  }
  assert.equal(find.body['state'], 'failed');
  assert.match(String(find.body['problem']), /404/);
  assert.equal(find.body['leadId'], null);
  const inside = await officerA!.post('/api/finds', { url: 'http://10.0.0.1/admin', note: '内部地址' });
  assert.equal(inside.body['code'], 'address_refused');
});
