// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractPage } from '@yiwang/extraction';
import { legalDay } from '@yiwang/kernel';
import { sql } from 'kysely';
import { withSystem } from '../../platform/database/actor.ts';
import { testService } from '../../platform/testing/test-service.ts';
import { loadRules } from './rules/engine.ts';
import { recordHits } from './walk/record-hits.ts';
import { recordListings } from './walk/record-listings.ts';
import { recordVenues } from './walk/record-operators.ts';
import { recordPage } from './walk/record-page.ts';
import { type PlacedListing, screenListings } from './walk/screen-page.ts';

const t = await testService();
const [officerA, officerB, headA, city] = await Promise.all(
  ['officer-county-a', 'officer-county-b', 'head-county-a', 'head-city'].map((name) => t.as(name)),
);

/** Shows a page of goods to the house as a patrol would, without a network. */
async function show(
  path: string,
  title: string,
  more: { price?: number; shop?: string } = {},
): Promise<number> {
  const url = `https://fair.example${path}`;
  const facts = extractPage({
    bytes: new TextEncoder().encode(`<title>${title}</title><p>${title}</p>`),
    url,
    contentType: 'text/html; charset=utf-8',
  });
  const listing: PlacedListing = {
    title,
    price: more.price ?? 100,
    currency: 'CNY',
    originalPrice: null,
    priceText: null,
    seller: null,
    shop: more.shop ?? '仿真小店',
    sku: null,
    gtin: null,
    brand: null,
    availability: null,
    url,
    images: [],
    description: null,
    category: null,
    sources: ['markup'],
    key: url,
    place: url,
  };
  const seen = screenListings([listing], {
    name: 'fair.example',
    observedOn: legalDay(t.clock.now()),
    history: new Map(),
  });
  return withSystem(t.app.db, 'patrol', async (tx) => {
    const venues = await recordVenues(tx, t.clock, { ...facts, listings: [listing] }, url);
    const page = await recordPage(tx, t.clock, {
      key: `fair.example${path}`,
      url,
      title,
      text: title,
      bodyDigest: null,
      etag: null,
      lastModified: null,
      links: [],
      packs: loadRules().version,
      patrolId: null,
      venueId: venues.pageVenueId,
    });
    const venueOf = () => venues.pageVenueId;
    const recorded = await recordListings(tx, t.clock, seen, {
      pageId: page.pageId,
      isProper: true,
      patrolId: null,
      day: legalDay(t.clock.now()),
      venueOf,
    });
    return recordHits(tx, t.clock, seen, recorded, {
      patrolId: null,
      evidenceId: null,
      packs: loadRules().version,
      screenshot: null,
      boxes: [],
      venueOf,
    });
  });
}

const BAD = '高仿手表 一比一复刻';
const openHits = async (who: typeof officerA, q = '') =>
  (await who!.get(`/api/hits?limit=200&q=${encodeURIComponent(q)}`)).body.items!;
const firstHit = async (path: string) => {
  const hit = (await openHits(officerA)).find((one) => String(one['url']).endsWith(path));
  assert.ok(hit, `a hit on ${path}`);
  return String(hit['id']);
};

test('confirming makes a numbered lead with its packet, and it can be taken back until somebody acts', async () => {
  assert.ok((await show('/a/1', BAD)) > 0);
  const id = await firstHit('/a/1');
  const judged = await officerA!.post(`/api/hits/${id}/verdict`, {
    verdict: 'confirmed',
    note: '图文均可见',
  });
  assert.equal(judged.status, 200, JSON.stringify(judged.body));
  const leadId = String(judged.body['leadId']);
  const lead = await officerA!.get(`/api/leads/${leadId}`);
  assert.equal(lead.status, 200, JSON.stringify(lead.body));
  const { number, state, due } = lead.body['lead'] as Record<string, string>;
  assert.equal(number, '线索〔2026〕900121第0001号');
  assert.equal(state, 'created');
  // 15 working days from 2026-03-02 (law.md §2.3, PROC 18).
  assert.equal(due, '2026-03-23');
  const [suspected] = lead.body['suspected'] as Record<string, unknown>[];
  assert.equal(suspected!['hitId'], id);
  assert.equal((lead.body['object'] as Record<string, unknown>)['title'], BAD);
  assert.deepEqual(
    (lead.body['actions'] as { id: string }[]).map((action) => action.id),
    ['grade', 'note'],
  );
  const undone = await officerA!.post(`/api/hits/${id}/undo`);
  assert.equal(undone.status, 200, JSON.stringify(undone.body));
  assert.equal((await officerA!.get('/api/leads')).body['total'], 0);
  const again = await officerA!.post(`/api/hits/${id}/verdict`, { verdict: 'confirmed' });
  const second = String(again.body['leadId']);
  assert.notEqual(second, leadId);
  const graded = await officerA!.post(`/api/leads/${second}/actions/grade`, {
    version: 1,
    form: { grade: 'serious' },
  });
  assert.equal(graded.status, 200, JSON.stringify(graded.body));
  const late = await officerA!.post(`/api/hits/${id}/undo`);
  assert.equal(late.body['code'], 'lead_in_hand');
});

test('a lead runs its course; only a head extends, once; a stale version is told', async () => {
  const [lead] = (await officerA!.get('/api/leads')).body.items!;
  const path = `/api/leads/${lead!['id']}`;
  const act = (who: typeof officerA, action: string, version: number, form: object) =>
    who!.post(`${path}/actions/${action}`, { version, form });
  assert.equal((await act(officerA, 'extend', 2, { reason: '案情复杂' })).body['code'], 'action_not_open');
  const extended = await act(headA, 'extend', 2, { reason: '案情复杂' });
  assert.equal(extended.status, 200, JSON.stringify(extended.body));
  const [clock] = extended.body['clocks'] as Record<string, unknown>[];
  // 30 working days: 4 to 6 April 2026 are off for the festival, as the calendar of law knows.
  assert.ok(String(clock!['due']) > '2026-04-10', JSON.stringify(clock));
  assert.ok((clock!['derivation'] as unknown[]).length >= 3);
  assert.equal((await act(headA, 'extend', 3, { reason: '再延' })).body['code'], 'action_not_open');
  assert.equal((await act(officerA, 'verify', 2, {})).body['code'], 'moved_on');
  assert.equal((await act(officerA, 'verify', 3, {})).status, 200);
  const faulty = await act(officerA, 'conclude', 4, { outcome: 'jail' });
  assert.equal(faulty.body['code'], 'form_invalid');
  const done = await act(officerA, 'conclude', 4, { outcome: 'to-case', reason: '现场查实' });
  assert.equal((done.body['lead'] as Record<string, unknown>)['state'], 'to-case');
  assert.equal((done.body['clocks'] as Record<string, unknown>[])[0]!['state'], 'met');
  const archived = await act(headA, 'archive', 5, {});
  assert.deepEqual(archived.body['actions'], []);
  assert.equal((archived.body['timeline'] as unknown[]).length, 6);
});

test('noise silences that rule on that listing until its text, price or picture changes', async () => {
  await show('/b/1', BAD);
  const id = await firstHit('/b/1');
  await officerA!.post(`/api/hits/${id}/verdict`, { verdict: 'noise' });
  assert.equal(await show('/b/1', BAD), 0);
  assert.ok((await show('/b/1', BAD, { price: 99 })) > 0);
  const next = await firstHit('/b/1');
  assert.notEqual(next, id);
  const undo = await officerA!.post(`/api/hits/${id}/undo`);
  assert.equal(undo.body['code'], 'nothing_to_undo', 'a newer hit asks already');
});

test('one verdict serves a whole group', async () => {
  for (const n of [1, 2, 3, 4]) await show(`/shop/item/${n}00`, `${BAD} 第${n}款`, { shop: '示例成组小店' });
  const groups = (await officerA!.get('/api/hit-groups')).body.items!;
  const group = groups.find((one) => one['shop'] === '示例成组小店');
  assert.equal(group?.['count'], 4, JSON.stringify(groups));
  const answer = await officerA!.post('/api/hit-groups/verdict', {
    key: group!['key'],
    verdict: 'confirmed',
  });
  assert.equal((answer.body['leadIds'] as unknown[]).length, 4, JSON.stringify(answer.body));
  const rest = (await officerA!.get('/api/hit-groups')).body.items!;
  assert.ok(!rest.some((one) => one['key'] === group!['key']));
});

test('of two officers at once one rules and the other is told', async () => {
  await show('/c/1', BAD);
  const id = await firstHit('/c/1');
  const answers = await Promise.all(
    [officerA, officerB].map((who) => who!.post(`/api/hits/${id}/verdict`, { verdict: 'confirmed' })),
  );
  assert.deepEqual(answers.map((one) => one.status).sort(), [200, 409]);
  const { rows } = await withSystem(t.app.db, 'test', (tx) =>
    sql<{
      n: number;
    }>`select count(*) as n from leads l where l.packet->'suspected'->0->>'hitId' = ${id}`.execute(tx),
  );
  assert.equal(rows[0]!.n, 1);
});

test('two officers act on the same version of a lead: one act, one is told that it moved on', async () => {
  await show('/d/1', BAD);
  const id = await firstHit('/d/1');
  const { body } = await officerA!.post(`/api/hits/${id}/verdict`, { verdict: 'confirmed' });
  const answers = await Promise.all(
    [officerA, headA].map((who) =>
      who!.post(`/api/leads/${body['leadId']}/actions/grade`, { version: 1, form: { grade: 'slight' } }),
    ),
  );
  assert.deepEqual(answers.map((one) => one.status).sort(), [200, 409]);
});

test("two counties side by side: neither sees the other's leads by any route; the city above sees both", async () => {
  await show('/e/1', `${BAD} 甲县`);
  await show('/e/2', `${BAD} 乙县`);
  const [hitA, hitB] = [await firstHit('/e/1'), await firstHit('/e/2')];
  const leadOf = async (who: typeof officerA, id: string) =>
    String((await who!.post(`/api/hits/${id}/verdict`, { verdict: 'confirmed' })).body['leadId']);
  const [leadA, leadB] = [await leadOf(officerA, hitA), await leadOf(officerB, hitB)];
  const sees = async (who: typeof officerA, lead: string, hit: string) => {
    const list = (await who!.get(`/api/leads?limit=200`)).body.items!.some((one) => one['id'] === lead);
    const search = (await who!.get(`/api/leads?q=${encodeURIComponent('甲县')}`)).body.items!.length > 0;
    const detail = (await who!.get(`/api/leads/${lead}`)).status === 200;
    const act = (await who!.post(`/api/leads/${lead}/actions/note`, { version: 99, form: { note: '看看' } }))
      .body['code'];
    const shown = JSON.stringify((await who!.get(`/api/hits/${hit}`)).body).includes(lead);
    return { list, search, detail, found: act !== 'not_found', shown };
  };
  const all = { list: true, search: true, detail: true, found: true, shown: true };
  const none = { list: false, search: false, detail: false, found: false, shown: false };
  assert.deepEqual(await sees(officerA, leadA, hitA), all);
  assert.deepEqual(await sees(officerB, leadA, hitA), none);
  assert.deepEqual({ ...(await sees(officerA, leadB, hitB)), search: false }, none);
  assert.deepEqual(await sees(city, leadA, hitA), all);
  assert.equal((await officerB!.post(`/api/hits/${hitA}/undo`)).body['code'], 'nothing_to_undo');
  const venue = (await officerA!.get('/api/venues?q=仿真小店')).body.items![0]!;
  const page = await officerB!.get(`/api/venues/${venue['id']}`);
  assert.ok(!JSON.stringify(page.body).includes(leadA));
});

test('the database itself refuses: nobody changes a timeline, a verdict, custody or another county', async () => {
  const { rows } = await withSystem(t.app.db, 'test', (tx) =>
    sql<{ table_name: string; privilege_type: string }>`
      select table_name, privilege_type from information_schema.role_table_grants
      where grantee = 'yiwang_app' and privilege_type in ('UPDATE', 'DELETE', 'TRUNCATE')
        and table_name in ('file_timeline', 'verdicts', 'custody', 'evidence', 'leads', 'lead_evidence',
          'listing_versions', 'page_versions', 'request_log', 'audit_entries')`.execute(tx),
  );
  assert.deepEqual(rows, []);
});

test('the register is found by two characters, and the public sees facts only', async () => {
  const found = await officerA!.get(`/api/venues?q=${encodeURIComponent('小店')}`);
  assert.ok(found.body.items!.length >= 2, JSON.stringify(found.body));
  const shop = await t.nobody.get(`/api/shop?link=${encodeURIComponent('https://fair.example/a/1')}`);
  assert.equal(shop.status, 200, JSON.stringify(shop.body));
  assert.equal(shop.body['known'], true);
  assert.equal(shop.body['name'], '仿真小店');
  assert.ok(!/hit|lead|suspect|risk/i.test(JSON.stringify(Object.keys(shop.body))));
  const unknown = await t.nobody.get('/api/shop?link=nowhere.example');
  assert.equal(unknown.body['known'], false);
  assert.equal(
    (await t.nobody.get(`/api/shop?link=${encodeURIComponent('你好朋友')}`)).body['code'],
    'link_unreadable',
  );
  assert.equal((await t.nobody.get('/api/venues')).status, 401);
});

test('figures of the overview are those of the lists behind them', async () => {
  const { body } = await officerA!.get('/api/overview');
  const of = (id: string) =>
    (body['indicators'] as Record<string, unknown>[]).find((one) => one['id'] === id)!;
  const hits = await officerA!.get('/api/hits');
  assert.equal(of('hits.open')['value'], hits.body['total']);
  const created = await officerA!.get('/api/leads?state=created');
  assert.equal(of('leads.new')['value'], created.body['total']);
  assert.equal((of('hits.open')['days'] as number[]).length, 14);
  const rules = await officerA!.get('/api/rules');
  assert.equal(rules.status, 200, JSON.stringify(rules.body).slice(0, 400));
  const judged = rules.body.items!.filter((one) => (one['precision'] as { judged: number }).judged > 0);
  assert.ok(judged.length >= 1);
});
