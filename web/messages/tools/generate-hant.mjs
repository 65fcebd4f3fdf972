// SPDX-License-Identifier: Apache-2.0
// Writes ../hant.gen.ts from OpenCC's tables (opencc-js, Apache-2.0): characters, and of the words only those that our own
// texts hold and that go wrong character by character. Run after changing messages: node web/messages/tools/generate-hant.mjs
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { Converter } from 'opencc-js/cn2t';

const root = new URL('../../..', import.meta.url).pathname;
const convert = Converter({ from: 'cn', to: 'tw' });
const chars = [];
for (let code = 0x4e00; code <= 0x9fff; code++) {
  const from = String.fromCodePoint(code);
  const to = convert(from);
  if (to !== from && [...to].length === 1) chars.push(from + to);
}
const table = new Map(chars.map((pair) => [pair[0], pair[1]]));
const byChar = (text) => [...text].map((one) => table.get(one) ?? one).join('');

const sources = [
  'web/messages/zh-CN/*.ts',
  'web/portal/**/*.ts',
  'packages/law/src/**/*.{ts,json}',
  'packages/procedures/src/machines/**/*.ts',
  'server/modules/complaints/**/*.ts',
];
const words = new Map();
const runs = new Set();
for (const file of sources.flatMap((pattern) => globSync(pattern, { cwd: root })))
  for (const run of readFileSync(`${root}/${file}`, 'utf8').match(/\p{Script=Han}{2,}/gu) ?? [])
    runs.add(run);
for (const run of runs) {
  const right = convert(run);
  const plain = byChar(run);
  for (let at = 0; at < run.length; at++) {
    if (right[at] === plain[at]) continue;
    // The shortest piece around the character that OpenCC itself turns the right way.
    const pieces = [
      [at - 1, at + 1],
      [at, at + 2],
      [at - 1, at + 2],
      [at - 2, at + 1],
      [at, at + 3],
      [at - 2, at + 3],
      [at - 3, at + 4],
    ];
    for (const [a, b] of pieces) {
      const piece = run.slice(Math.max(0, a), b);
      if (piece.length < 2 || !piece.includes(run[at])) continue;
      if (convert(piece) === byChar(piece)) continue;
      words.set(piece, convert(piece));
      break;
    }
  }
}
const pairs = [...words].sort((x, y) => y[0].length - x[0].length || (x[0] < y[0] ? -1 : 1));
writeFileSync(
  new URL('../hant.gen.ts', import.meta.url),
  `// SPDX-License-Identifier: Apache-2.0
// Made by tools/generate-hant.mjs from OpenCC's tables (Apache-2.0). Do not edit.

/** Pairs of one simplified and one traditional character. */
export const HANT_CHARS =
  '${chars.join('')}';

/** Words that go wrong character by character, longest first. */
export const HANT_WORDS: readonly (readonly [string, string])[] = [
${pairs.map(([from, to]) => `  ['${from}', '${to}'],`).join('\n')}
];
`,
);
console.log(`${chars.length} characters, ${pairs.length} words`);
