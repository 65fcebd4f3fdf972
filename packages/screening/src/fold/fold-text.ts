// SPDX-License-Identifier: Apache-2.0
import { LIGHT } from './char-table.ts';
import { foldStream } from './stream.ts';
import { T2S } from './t2s.gen.ts';

const SIMPLE = new Map<string, string>();
for (let i = 0; i + 1 < T2S.length; i += 2) SIMPLE.set(T2S[i]!, T2S[i + 1]!);

/**
 * The folded view of a text with its offset map: `map[i]` is the UTF-16 offset in `text` from which unit `i` of the
 * folded text came, and `map[length]` is `text.length`.
 * `t2s` only brings traditional and regional forms to simplified, one unit to one unit; `all` (default) is every cheap fold.
 */
export function foldText(text: string, form: 't2s' | 'all' = 'all'): { text: string; map: Uint32Array } {
  if (form === 't2s') {
    const map = Uint32Array.from({ length: text.length + 1 }, (_, i) => i);
    let folded = '';
    for (let i = 0; i < text.length; i++) folded += SIMPLE.get(text[i]!) ?? text[i]!;
    return { text: folded, map };
  }
  const stream = foldStream(text);
  const map = new Uint32Array(stream.n + 1);
  map.set(stream.start.subarray(0, stream.n));
  map[stream.n] = text.length;
  let folded = '';
  for (let i = 0; i < stream.n; i += 4096)
    folded += String.fromCharCode(...stream.unit.subarray(i, Math.min(i + 4096, stream.n)));
  return { text: folded, map };
}

/** Half-width, lower-case, simplified; every unit stays where it is. For expressions and approval numbers. */
export function lightFold(text: string): string {
  const units = new Uint16Array(text.length);
  for (let i = 0; i < text.length; i++) units[i] = LIGHT[text.charCodeAt(i)]!;
  let folded = '';
  for (let i = 0; i < units.length; i += 4096)
    folded += String.fromCharCode(...units.subarray(i, Math.min(i + 4096, units.length)));
  return folded;
}
