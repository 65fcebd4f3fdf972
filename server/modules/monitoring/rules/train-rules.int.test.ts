// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { uuidv7 } from '@yiwang/kernel';
import { sql } from 'kysely';
import { withSystem } from '../../../platform/database/actor.ts';
import { testService } from '../../../platform/testing/test-service.ts';
import { screenListings } from '../walk/screen-page.ts';
import { learnedRules } from './learned.ts';
import { trainRules } from './train-rules.ts';

const t = await testService();
const RULE = 'firearms.guns';

/** Verdicts as patrols and officers leave them: heard ones are mostly noise, plain ones mostly right. */
async function judge(n: number): Promise<void> {
  await withSystem(t.app.db, 'test', async (tx) => {
    const at = new Date(t.clock.now());
    const page = uuidv7(t.clock.now());
    await sql`insert into pages (page_id, page_key, url, host, first_seen_at, last_seen_at, checked_at, changed_at)
      values (${page}, ${page}, 'http://x.invalid/', 'x.invalid', ${at}, ${at}, ${at}, ${at})`.execute(tx);
    for (let i = 0; i < n; i++) {
      const heard = i % 3 === 0;
      const right = heard ? i % 9 === 0 : i % 10 !== 1;
      const [listing, hit, verdict] = [uuidv7(t.clock.now()), uuidv7(t.clock.now()), uuidv7(t.clock.now())];
      const finding = {
        rule: RULE,
        label: 'prohibited/firearms',
        severity: 'major',
        confidence: heard ? 0.74 : 0.9,
        field: 'title',
        start: 0,
        end: 3,
        text: heard ? '防真枪' : '仿真枪',
        folds: heard ? ['homophone'] : [],
        why: '',
        whyEn: '',
        basis: [],
      };
      await sql`insert into listings (listing_id, listing_key, page_id, url, title, digest, version, first_seen_at,
          last_seen_at, changed_at)
        values (${listing}, ${listing}, ${page}, 'http://x.invalid/', 'x', ${listing}, 1, ${at}, ${at}, ${at})`.execute(
        tx,
      );
      await sql`insert into hits (hit_id, listing_id, rule, version, digest, appearance, label, severity, confidence, risk,
          findings, title, url, price, currency, group_key, packs, found_at, updated_at)
        values (${hit}, ${listing}, ${RULE}, 1, ${hit}, 1, 'prohibited/firearms', 'major', ${finding.confidence}, 0.8,
          ${JSON.stringify([finding])}::jsonb, ${finding.text}, 'http://x.invalid/', 99, 'CNY', 'g', 'p', ${at}, ${at})`.execute(
        tx,
      );
      await sql`insert into verdicts (verdict_id, hit_id, verdict, by_name, agency_path, at)
        values (${verdict}, ${hit}, ${right ? 'confirmed' : 'noise'}, 'test', '000000', ${at})`.execute(tx);
      await sql`update hits set verdict_id = ${verdict} where hit_id = ${hit}`.execute(tx);
    }
  });
}
const train = () => withSystem(t.app.db, 'test', (tx) => trainRules(tx, t.app));

test('verdicts first move the weight of a rule, from two hundred on a model takes over and is shown whole', async () => {
  await judge(30);
  assert.deepEqual(await train(), [RULE]);
  assert.deepEqual(await train(), [], 'nothing new, nothing learned');
  const officer = await t.as('officer-county-a');
  const early = (await officer.get(`/api/rules/${RULE}`)).body as {
    learning: { weight: number; model: null };
  };
  assert.equal(early.learning.model, null);
  assert.ok(early.learning.weight < 1);

  await judge(270);
  assert.deepEqual(await train(), [RULE]);
  const { learning } = (await officer.get(`/api/rules/${RULE}`)).body as {
    learning: { model: { applied: boolean; verdicts: number; weights: { name: string; weight: number }[] } };
  };
  assert.deepEqual([learning.model.applied, learning.model.verdicts], [true, 300]);
  const weight = (name: string) => learning.model.weights.find((w) => w.name === name)?.weight ?? 0;
  assert.ok(weight('plain') > weight('fold:homophone'));

  const learned = await learnedRules(t.app);
  const listing = (title: string) => ({
    ...{ title, description: null, category: null, shop: null, seller: null, price: 99, originalPrice: null },
    ...{ currency: 'CNY', images: [], key: title, place: 'http://x.invalid/', url: null, sku: null },
  });
  const site = { name: 'x', observedOn: '2026-11-24' as never, history: new Map() };
  const risk = (title: string, withLearned: boolean) =>
    screenListings([listing(title) as never], withLearned ? { ...site, learned } : site)[0]!.risk;
  assert.ok(risk('防真枪 合金', true) < risk('防真枪 合金', false), 'what officers called noise sinks');
  assert.equal(
    screenListings([listing('防真枪 合金') as never], { ...site, learned })[0]!.findings.length,
    screenListings([listing('防真枪 合金') as never], site)[0]!.findings.length,
    'a model sorts; it hides nothing',
  );
});
