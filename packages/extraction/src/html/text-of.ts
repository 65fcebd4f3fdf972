// SPDX-License-Identifier: Apache-2.0
import { BLOCK, elementBits, nameHash, RAW, UNSEEN } from './names.ts';
import { SPACE, type Tape, TEXT } from './tape.ts';
import { cleanText, TextSink } from './text-sink.ts';

const TD = nameHash('td');
const TH = nameHash('th');

/** What a reader sees of one element; `keep` may leave out parts of it. */
export function textOf(tape: Tape, node: number, keep?: (n: number) => boolean): string {
  const sink = new TextSink();
  const ends: number[] = [];
  const last = tape.last[node]!;
  for (let n = node; n < last; n++) {
    while (ends.length > 0 && n >= ends[ends.length - 1]!) {
      ends.pop();
      sink.line();
    }
    const hash = tape.hash[n]!;
    if (hash === TEXT) sink.add(tape.html, tape.start[n]!, tape.end[n]!);
    else if (hash === SPACE) sink.space();
    else {
      const bits = elementBits(hash);
      if (n !== node && (bits & UNSEEN || (keep && !keep(n)))) {
        n = tape.last[n]! - 1;
        continue;
      }
      if (hash === TD || hash === TH) sink.cell();
      else if (bits & BLOCK) {
        sink.line();
        ends.push(tape.last[n]!);
      }
    }
  }
  return sink.out;
}

/** As {@link textOf}, on one line. */
export function lineOf(tape: Tape, node: number, keep?: (n: number) => boolean): string {
  const last = tape.last[node]!;
  // Most elements that are asked for hold one text and nothing else.
  if (last <= node + 2) {
    const only = last === node + 2 ? node + 1 : node;
    if (tape.hash[only] !== TEXT || (only !== node && elementBits(tape.hash[node]!) & RAW)) return '';
    return cleanText(tape.html, tape.start[only]!, tape.end[only]!);
  }
  const text = textOf(tape, node, keep);
  return /[\n\t]/.test(text) ? text.replace(/[\n\t]+/g, ' ') : text;
}
