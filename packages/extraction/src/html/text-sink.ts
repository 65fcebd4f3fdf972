// SPDX-License-Identifier: Apache-2.0
import { decodeEntities } from './entities.ts';

const NONE = 0;
const BLANK = 1;
const CELL = 2;
const LINE = 3;
const SEPARATOR = ['', ' ', '\t', '\n'];
const isBlank = (c: number): boolean => c <= 32 || c === 0xa0 || c === 0xfeff || c === 0x200b;

/** Removes runs of white space (nbsp and zero-width ones too) from within a text that has been trimmed. */
export const collapse = (text: string): string =>
  text
    .replace(/[\0-\x20\xA0\uFEFF\u200B\u2028\u2029]+/g, (run) => (/^[\uFEFF\u200B]+$/.test(run) ? '' : ' '))
    .trim();

function trimmedText(source: string, start: number, end: number): string {
  let before = 0;
  for (let i = start; i < end; i++) {
    const c = source.charCodeAt(i);
    if (c === 38 || c === 0xa0 || c === 0xfeff || c === 0x200b || (c <= 32 && (c !== 32 || before === 32)))
      return collapse(decodeEntities(source.slice(start, end)));
    before = c;
  }
  return source.slice(start, end);
}

/** A slice of source text as a reader sees it, on one line. */
export function cleanText(source: string, from: number, to: number): string {
  let start = from;
  let end = to;
  while (start < end && isBlank(source.charCodeAt(start))) start++;
  while (end > start && isBlank(source.charCodeAt(end - 1))) end--;
  return start === end ? '' : trimmedText(source, start, end);
}

/** Builds text the way a reader sees it: white space collapsed, blocks on lines of their own, cells a tab apart. */
export class TextSink {
  out = '';
  #pending = NONE;

  line(): void {
    this.#pending = LINE;
  }

  cell(): void {
    if (this.#pending < CELL) this.#pending = CELL;
  }

  space(): void {
    if (this.#pending < BLANK) this.#pending = BLANK;
  }

  /** Adds a slice of source text, with character references in it. */
  add(source: string, from: number, to: number): void {
    let start = from;
    let end = to;
    while (start < end && isBlank(source.charCodeAt(start))) start++;
    if (start === end) {
      this.space();
      return;
    }
    while (isBlank(source.charCodeAt(end - 1))) end--;
    if (start > from) this.space();
    this.#put(trimmedText(source, start, end));
    this.#pending = end < to ? BLANK : NONE;
  }

  #put(piece: string): void {
    if (piece === '') return;
    this.out += this.out === '' ? piece : SEPARATOR[this.#pending] + piece;
  }
}
