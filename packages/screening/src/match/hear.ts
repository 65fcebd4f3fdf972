// SPDX-License-Identifier: Apache-2.0
import { isApart, type Stream } from '../fold/stream.ts';
import { cutPinyin, NEAR, SYLLABLE } from '../fold/syllables.ts';

/** A folded text as syllables; `from`/`to` are unit indexes. */
export interface Heard {
  n: number;
  /** Syllable, 0 = none. */
  id: Uint16Array;
  /** Its class of near sounds. */
  near: Uint16Array;
  from: Uint32Array;
  to: Uint32Array;
  /** 0 a character; 1 spelled in letters, and the run of letters goes on before (2), behind (3), both (4). */
  latin: Uint8Array;
}

/** Near-sound class of each unit; `LETTER` for Latin letters, which have to be read in runs. */
const HEARD = Uint16Array.from(SYLLABLE, (id) => NEAR[id]!);
const LETTER = 0xffff;
HEARD.fill(LETTER, 97, 123);

const room = (size: number): Heard => ({
  n: 0,
  id: new Uint16Array(size),
  near: new Uint16Array(size),
  from: new Uint32Array(size),
  to: new Uint32Array(size),
  latin: new Uint8Array(size),
});

/** A text without letters: every unit is one syllable. */
const plain = { ...room(1024) };
let spelled = room(1024);
for (let i = 0; i < 1024; i++) {
  plain.from[i] = i;
  plain.to[i] = i + 1;
}

function growPlain(size: number): void {
  Object.assign(plain, room(size));
  for (let i = 0; i < size; i++) {
    plain.from[i] = i;
    plain.to[i] = i + 1;
  }
}

const KEPT_RUNS = 4096;
const cuts = new Map<string, ReturnType<typeof cutPinyin>>();

/** The same few runs (cm, kg, usb) come again and again. */
function cut(run: string): ReturnType<typeof cutPinyin> {
  const known = cuts.get(run);
  if (known !== undefined) return known;
  if (cuts.size >= KEPT_RUNS) cuts.clear();
  const made = cutPinyin(run);
  cuts.set(run, made);
  return made;
}

/** Reads a folded text aloud. The answer is valid until the next call. */
export function hear(s: Stream): Heard {
  const { unit, n } = s;
  if (plain.id.length < n) growPlain(n * 2);
  const { id, near } = plain;
  for (let i = 0; i < n; i++) {
    const u = unit[i]!;
    const class_ = HEARD[u]!;
    if (class_ === LETTER) return hearLetters(s);
    near[i] = class_;
    id[i] = SYLLABLE[u]!;
  }
  plain.n = n;
  return plain;
}

function hearLetters(s: Stream): Heard {
  if (spelled.id.length < s.n) spelled = room(s.n * 2);
  const { id, near, from, to, latin } = spelled;
  const { unit } = s;
  let n = 0;
  for (let i = 0; i < s.n; ) {
    const u = unit[i]!;
    const class_ = HEARD[u]!;
    if (class_ !== LETTER) {
      id[n] = SYLLABLE[u]!;
      near[n] = class_;
      from[n] = i;
      to[n] = i + 1;
      latin[n++] = 0;
      i++;
      continue;
    }
    let run = '';
    let j = i;
    for (; j < s.n && HEARD[unit[j]!] === LETTER && (j === i || !isApart(s, j)); j++)
      run += String.fromCharCode(unit[j]!);
    // A letter alone (A4, O型) is no spelled syllable.
    const parts = run.length < 2 ? null : cut(run);
    if (parts === null) {
      id[n] = 0;
      near[n] = 0;
      from[n] = i;
      to[n] = j;
      latin[n++] = 1;
    } else {
      let at = i;
      for (const syllable of parts) {
        id[n] = syllable.id;
        near[n] = NEAR[syllable.id]!;
        from[n] = at;
        to[n] = at + syllable.length;
        latin[n++] = 1 + (at > i ? 1 : 0) + (at + syllable.length < j ? 2 : 0);
        at += syllable.length;
      }
    }
    i = j;
  }
  spelled.n = n;
  return spelled;
}
