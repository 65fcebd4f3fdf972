// SPDX-License-Identifier: Apache-2.0
import { SYLLABLES } from './pinyin.gen.ts';

/** Id of the toneless syllable of each (simplified) unit; 0 = none. */
export const SYLLABLE = new Uint16Array(65536);
/** For each syllable id: the id of its class of near sounds (zh/z, ch/c, sh/s; -ng/-n after a, e, i). */
export const NEAR = new Uint16Array(1024);

/** Spelling of each id; index 0 is empty. */
export const SPELLING: string[] = [''];
const idOf = new Map<string, number>();

/** The id of a spelled syllable, or 0. */
export const syllableId = (spelled: string): number => idOf.get(spelled) ?? 0;

for (const entry of SYLLABLES.split(' ')) {
  const spelled = /^[a-z]+/.exec(entry)![0];
  const id = SPELLING.push(spelled) - 1;
  idOf.set(spelled, id);
  for (let i = spelled.length; i < entry.length; i++) SYLLABLE[entry.charCodeAt(i)] = id;
}
// ü is often typed u; numerals were folded to digits.
for (const [spelled, id] of [...idOf])
  if (spelled.includes('v') && !idOf.has(spelled.replace('v', 'u'))) idOf.set(spelled.replace('v', 'u'), id);
'ling yi er san si wu liu qi ba jiu'.split(' ').forEach((s, digit) => {
  SYLLABLE[48 + digit] = syllableId(s);
});

const nearSpelling = (s: string): string =>
  s
    .replace(/^(z|c|s)h/, '$1')
    .replace(/([aei])ng$/, '$1n')
    .replace(/^([nl])ve$/, '$1ue');
const nearIds = new Map<string, number>();
SPELLING.forEach((s, id) => {
  if (id === 0) return;
  const near = nearSpelling(s);
  if (!nearIds.has(near)) nearIds.set(near, id);
  NEAR[id] = nearIds.get(near)!;
});

const LONGEST = 6;
const MAX_RUN = 80;

/**
 * Cuts a run of Latin letters into pinyin syllables, as few as possible.
 * Gives the ids with their lengths, or null where the run is no pinyin through and through.
 */
export function cutPinyin(run: string): { id: number; length: number }[] | null {
  const n = run.length;
  if (n > MAX_RUN) return null;
  const count = new Array<number>(n + 1).fill(Number.POSITIVE_INFINITY);
  const length = new Array<number>(n + 1).fill(0);
  count[n] = 0;
  for (let i = n - 1; i >= 0; i--)
    for (let l = Math.min(LONGEST, n - i); l > 0; l--) {
      const rest = count[i + l]!;
      if (rest + 1 < count[i]! && syllableId(run.slice(i, i + l)) !== 0) {
        count[i] = rest + 1;
        length[i] = l;
      }
    }
  if (count[0] === Number.POSITIVE_INFINITY) return null;
  const cut: { id: number; length: number }[] = [];
  for (let i = 0; i < n; i += length[i]!)
    cut.push({ id: syllableId(run.slice(i, i + length[i]!)), length: length[i]! });
  return cut;
}
