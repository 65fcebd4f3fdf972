// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { BlockScreener, compileEngine, foldText, type ListingInput, parsePacks, wordsPack } from './index.ts';

const rule = (over: Record<string, unknown> = {}) => ({
  id: 'sample.weapon',
  label: 'prohibited/firearms',
  severity: 'serious',
  title: { zh: '示例', en: 'Sample' },
  basis: [{ instrument: 'GUN', article: '44', certainty: 'A' }],
  note: 'for tests',
  inForce: { from: '2000-01-01', to: null },
  match: [{ terms: ['仿真枪', '枪支', { t: '高仿', initials: true }] }],
  examples: { positive: Array(6).fill('仿真枪'), negative: Array(6).fill('玩具') },
  ...over,
});
const pack = (...rules: unknown[]) => ({
  format: 1,
  pack: 'sample',
  title: { zh: '示例', en: 'Sample' },
  vocabularies: { deny: ['禁止', '不售', '拒绝'] },
  contexts: { negation: { before: ['@deny'], within: 3, sameClause: true }, quote: { quoted: 'title' } },
  rules,
});
const engineOf = (...rules: unknown[]) =>
  compileEngine(parsePacks([pack(...rules)]), { today: '2026-11-24' });
const engine = engineOf(rule());
const found = (title: string, e = engine) => e.screen({ id: '1', title }).findings;

const DISGUISES: [string, string, string][] = [
  ['plain', '合金仿真枪 全套', '仿真枪'],
  ['traditional', '合金仿真槍', '仿真槍'],
  ['zero-width', '仿\u200b真\u200b枪', '仿\u200b真\u200b枪'],
  ['symbols', '仿*真*枪', '仿*真*枪'],
  ['spaces', '仿 真 枪 全套', '仿 真 枪'],
  ['repeats', '仿仿真真枪枪', '仿仿真真枪'],
  ['homophone', '防真枪', '防真枪'],
  ['pinyin', 'fangzhenqiang', 'fangzhenqiang'],
  ['pinyin', '仿zhen枪', '仿zhen枪'],
  ['emoji', '仿真🔫 现货', '仿真🔫'],
  ['split', '仿真木仓', '仿真木仓'],
  ['reversed', '枪真仿 现货', '枪真仿'],
  ['initials', 'GF 包', 'GF'],
];
for (const [fold, title, slice] of DISGUISES)
  test(`sees through ${fold}: ${JSON.stringify(title)}`, () => {
    const [finding] = found(title);
    assert.ok(finding, 'found');
    assert.equal(title.slice(finding.start, finding.end), finding.text);
    if (fold !== 'repeats') assert.equal(finding.text, slice);
    if (fold === 'plain') assert.deepEqual(finding.folds, []);
    else assert.ok(finding.folds.includes(fold), finding.folds.join());
    assert.ok(fold === 'plain' ? finding.confidence === 0.9 : finding.confidence <= 0.9);
  });

test('of several places the one with the fewest folds is shown, wherever it stands', () => {
  // Enough places that corroboration takes all of them to the ceiling, where only length used to decide.
  const words = [
    '仿真枪',
    '仿 真 枪',
    '仿*真*枪',
    '仿-真-枪',
    '仿_真_枪',
    '枪 支',
    '枪*支',
    '枪-支',
    '高 仿',
    '高*仿',
  ];
  const orders = [words, words.toReversed(), [...words.slice(3), ...words.slice(0, 3)]];
  for (const order of orders) {
    const title = order.join('，现货');
    const [finding] = found(title);
    assert.deepEqual([finding!.folds, title.slice(finding!.start, finding!.end)], [[], finding!.text], title);
    assert.match(finding!.text, /^(?:仿真枪|高仿)$/);
  }
});

test('leaves lawful and accidental neighbours alone', () => {
  for (const title of ['禁止仿真枪', '《仿真枪鉴定》', '仿真，枪', '玩具', 'gfx 显卡', '钢枪杆 支架'])
    assert.deepEqual(found(title), [], title);
});

test('reviews and questions are not judged by default', () => {
  assert.equal(engine.screen({ id: '1', title: '仿真枪', source: 'review' }).findings.length, 0);
});

test('cites only law in force on the day, of certainty A or B; without any it is at most slight and says so', () => {
  const dated = engineOf(
    rule({
      basis: [
        { instrument: 'OLD', article: '1', to: '2025-12-31', certainty: 'A' },
        { instrument: 'GUESS', article: '2', certainty: 'M' },
      ],
    }),
  );
  const before = dated.screen({ id: '1', title: '仿真枪', observedOn: '2025-06-01' }).findings[0]!;
  assert.deepEqual(before.basis, [{ instrument: 'OLD', article: '1', certainty: 'A' }]);
  assert.equal(before.severity, 'serious');
  const after = dated.screen({ id: '1', title: '仿真枪', observedOn: '2026-06-01' }).findings[0]!;
  assert.deepEqual(after.basis, []);
  assert.equal(after.severity, 'slight');
  assert.match(after.whyEn, /basis unverified/);
});

test('several disguised words raise each other, one label is given once', () => {
  const one = engine.screen({ id: '1', title: '枪真仿' });
  const two = engine.screen({ id: '1', title: '枪真仿', description: '防真枪 现货' });
  assert.ok(two.findings[0]!.confidence > one.findings[0]!.confidence);
  assert.deepEqual(two.labels, ['prohibited/firearms']);
  assert.ok(two.risk > one.risk && two.risk <= 1);
});

test('a pack in shadow is computed but shown apart; a share is stable by id; a region is an overlay', () => {
  const shadow = compileEngine(parsePacks([{ ...pack(rule()), mode: 'shadow' }]));
  const result = shadow.screen({ id: '1', title: '仿真枪' });
  assert.deepEqual([result.findings.length, result.labels.length, result.shadow?.length], [0, 0, 1]);
  const half = compileEngine(parsePacks([{ ...pack(rule()), share: 0.5 }]));
  const ids = Array.from({ length: 400 }, (_, i) => `listing-${i}`);
  const hits = ids.filter((id) => half.screen({ id, title: '仿真枪' }).findings.length > 0);
  assert.ok(hits.length > 120 && hits.length < 280, String(hits.length));
  const local = compileEngine(parsePacks([{ ...pack(rule()), region: '33' }]));
  assert.equal(local.screen({ id: '1', title: '仿真枪' }).findings.length, 0);
  assert.equal(local.screen({ id: '1', title: '仿真枪', region: '330782' }).findings.length, 1);
});

test('weak signs together reach the threshold, one alone does not', () => {
  const signs = engineOf(
    rule({
      match: [
        {
          signs: [
            { terms: ['钢珠'], weight: 0.6 },
            { terms: ['射程'], weight: 0.5 },
          ],
        },
      ],
    }),
  );
  assert.equal(found('钢珠 500粒', signs).length, 0);
  assert.equal(found('钢珠 射程远', signs)[0]?.text, '钢珠');
  assert.equal(found('钢珠 射程远', signs)[0]?.rule, 'sample.weapon');
});

test('expressions run only beside their hints and keep offsets', () => {
  const e = engineOf(rule({ match: [{ regex: '[0-9]+米射程', hints: ['射程'] }] }));
  const title = '最远 １００米射程 现货';
  const [finding] = found(title, e);
  assert.equal(finding?.text, '１００米射程');
});

/** Any UTF-16, lone surrogates and all. */
const anyUnits = fc
  .array(fc.oneof(fc.nat(0xffff), fc.integer({ min: 0x4e00, max: 0x9fff }), fc.nat(0x7f)), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

/** Text made of the term in odd writings and noise around it. */
const noise = fc.stringMatching(/^[丁丑寅卯辰巳午未申酉戌亥 ,.!0-9]{0,12}$/);
const glue = fc.constantFrom('', '*', '\u200b', '·', '-', '\u0301');
test('the slice of every finding folds to what matched', () => {
  const words = compileEngine(parsePacks([wordsPack(['仿真枪'])]));
  fc.assert(
    fc.property(noise, glue, fc.constantFrom('枪', '槍', '🔫'), noise, (before, g, last, after) => {
      const title = `${before}仿${g}真${g}${last}${after}`;
      const { findings } = words.screen({ id: '1', title });
      assert.ok(findings.length > 0, title);
      for (const f of findings) {
        assert.equal(title.slice(f.start, f.end), f.text);
        assert.equal(foldText(f.text).text, '仿真枪');
      }
    }),
    { numRuns: 300 },
  );
});

test('the offset map of foldText points at where each unit came from', () => {
  fc.assert(
    fc.property(anyUnits, (text) => {
      const { text: folded, map } = foldText(text);
      assert.equal(map.length, folded.length + 1);
      assert.equal(map[folded.length], text.length);
      for (let i = 1; i < map.length; i++) assert.ok(map[i]! >= map[i - 1]!);
    }),
  );
});

test('any text at all is answered, and blocks of lines say the same as the engine', () => {
  const screener = new BlockScreener(engine);
  const encoder = new TextEncoder();
  const text = fc.oneof(
    anyUnits,
    fc
      .array(fc.constantFrom('仿', '真', '枪', '槍', '禁止', ' ', '*', 'qiang', '🔫', '\\', '"', '\ud83d'), {
        maxLength: 12,
      })
      .map((p) => p.join('')),
  );
  const listing = fc.record(
    {
      id: text,
      title: text,
      description: fc.oneof(text, fc.constant(null)),
      price: fc.oneof(fc.double(), fc.constant(null)),
      attributes: fc.dictionary(text, text, { maxKeys: 3 }),
      other: fc.json().map((j) => JSON.parse(j) as unknown),
    },
    { requiredKeys: ['id', 'title'] },
  );
  fc.assert(
    fc.property(listing, (value) => {
      const line = JSON.stringify(value);
      const bytes = encoder.encode(`${line}\n`);
      const { output, bad } = screener.screen(bytes, bytes.length);
      assert.deepEqual(bad, []);
      assert.deepEqual(
        JSON.parse(new TextDecoder().decode(output)),
        JSON.parse(JSON.stringify(engine.screen(JSON.parse(line) as ListingInput))),
      );
    }),
    { numRuns: 500 },
  );
});

test('hostile texts take bounded time', () => {
  const giants = [
    '仿'.repeat(200_000),
    '仿真'.repeat(100_000),
    '\u0301'.repeat(1_000_000),
    'a'.repeat(300_000),
    'zhuang'.repeat(50_000),
    '\ud800'.repeat(200_000),
    '最*'.repeat(100_000),
  ];
  for (const title of giants) engine.screen({ id: '1', title });
});

test('bad lines are told apart, with their numbers', () => {
  const screener = new BlockScreener(engine);
  const bytes = new TextEncoder().encode(
    '{"id":"a","title":"b"}\n{bad\n\n[]\n{"id":"c"}\n{"id":"d","title":"e"}',
  );
  const { output, bad, lines } = screener.screen(bytes, bytes.length);
  assert.deepEqual(
    bad.map((b) => b.line),
    [2, 4, 5],
  );
  assert.equal(lines, 6);
  assert.equal(new TextDecoder().decode(output).trim().split('\n').length, 2);
});
