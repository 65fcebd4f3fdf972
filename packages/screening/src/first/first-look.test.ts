// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPacks } from '@yiwang/rules';
import fc from 'fast-check';
import { BlockScreener } from '../bulk/screen-bytes.ts';
import { compilePacks } from '../compile/compiled.ts';
import { engineOf } from '../engine.ts';
import { splitsOf } from '../fold/components.ts';
import { parsePacks } from '../packs/parse-packs.ts';

const packs = parsePacks(readPacks());
const compiled = compilePacks(packs);
const today = '2026-11-24';
const quick = engineOf(compiled, { today });
const thorough = engineOf(compiled, { today, thorough: true });
const screener = new BlockScreener(quick);
const examples = packs.flatMap((pack) =>
  pack.rules.flatMap(({ examples: { positive, negative } }) =>
    [...positive, ...negative].map((e) => (typeof e === 'string' ? { title: e } : e)),
  ),
);

/** The dodges of the issue, each applied to a text at a place. */
const DODGES: ((text: string, at: number) => string)[] = [
  (text) => text,
  (text) => [...text].join('*'),
  (text) => [...text].join('\u200b'),
  (text) => [...text].join(' '),
  (text) => [...text].map((c) => c + c).join(''),
  (text) => [...text].reverse().join(''),
  (text) => [...text].join('爱'),
  (text, at) => text.slice(at) + text.slice(0, at),
  (text, at) => text.slice(0, at) + (splitsOf(text[at] ?? '')[0] ?? '') + text.slice(at + 1),
  (text) => text.replace(/[ -~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)),
  (text, at) => `${text.slice(0, at)}🔥${text.slice(at)}`,
];

test('whatever the thorough way finds, the quick one finds too, in the same words', () => {
  const encoder = new TextEncoder();
  const decoder = new TextDecoder();
  fc.assert(
    fc.property(
      fc.nat(examples.length - 1),
      fc.nat(examples.length - 1),
      fc.nat(DODGES.length - 1),
      fc.nat(12),
      (a, b, dodge, at) => {
        const listing = {
          id: 'x',
          ...examples[a]!,
          title: DODGES[dodge]!(examples[a]!.title.slice(0, 40), at),
        };
        if (listing.description == null) listing.description = examples[b]!.title;
        const want = JSON.parse(JSON.stringify(thorough.screen(listing)));
        assert.deepEqual(JSON.parse(JSON.stringify(quick.screen(listing))), want);
        const bytes = encoder.encode(`${JSON.stringify(listing)}\n`);
        assert.deepEqual(JSON.parse(decoder.decode(screener.screen(bytes, bytes.length).output)), want);
      },
    ),
    { numRuns: Number(process.env['FUZZ_RUNS'] ?? 300), seed: 20261124 },
  );
});
