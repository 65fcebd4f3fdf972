// SPDX-License-Identifier: Apache-2.0
import { TEXT_FIELDS } from '../types.ts';
import { ESCAPED, hex } from './json-escapes.ts';

/** What a scan of a line tells. */
export const CLEAN = 0;
/** The line needs the full way: something may be found, or it is not plain well-formed JSON of a listing. */
export const LOOK = 1;
export const BLANK = 2;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN = 0x7b;
const CLOSE = 0x7d;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const MAX_DEPTH = 16;

/** 价 價 降 省 减 減 as UTF-8. */
const CLAIMS = [0xe4bbb7, 0xe583b9, 0xe9998d, 0xe79c81, 0xe5878f, 0xe6b89b];

const SKIP_FIELD = 0;
const ID = 1;
const TITLE = 2;
const TEXT = 3;
const ATTRIBUTES = 4;
const ORIGINAL = 5;
const HISTORY = 6;

const encoder = new TextEncoder();
const WORDS = ['true', 'false', 'null'].map((w) => encoder.encode(w));
/** What is done with the texts of a line. */
export interface TextReader {
  /** A line begins. */
  begin(): void;
  /** Reads the JSON text at `from`, behind its quote; gives the place behind its end, or -1 where it is odd. */
  text(bytes: Uint8Array, from: number, end: number): number;
  /** Whether the line is worth a closer look. */
  isWorthwhile(): boolean;
}

/** Thrown away at once: leaves the fast way. */
class Leave extends Error {}
const LEAVE = new Leave();

/**
 * Reads one line of NDJSON without making objects: checks that it is a well-formed listing, decodes its texts straight
 * from UTF-8 and has the probe read each. Whatever is unusual — bad JSON, invalid UTF-8, odd types — is left to the full
 * way, so that a line is `CLEAN` only when the full way would find nothing.
 */
export class ListingScanner {
  readonly #reader: TextReader;
  /** By the length of their names. */
  readonly #fields: { name: Uint8Array; kind: number }[][] = [];
  readonly #prices: boolean;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #end = 0;
  /** The id of a clean line as it is written, quotes included. */
  idFrom = 0;
  idTo = 0;

  constructor(options: { reader: TextReader; prices: boolean }) {
    this.#reader = options.reader;
    this.#prices = options.prices;
    const kind = (name: string): number => {
      if (name === 'id') return ID;
      if (name === 'title') return TITLE;
      if (name === 'originalPrice') return ORIGINAL;
      if (name === 'priceHistory') return HISTORY;
      if (name === 'attributes') return ATTRIBUTES;
      return TEXT;
    };
    for (const field of ['id', 'originalPrice', 'priceHistory', ...TEXT_FIELDS]) {
      const name = encoder.encode(field);
      this.#fields[name.length] ??= [];
      this.#fields[name.length]!.push({ name, kind: kind(field) });
    }
  }

  /** Judges the line at `from`…`to` (without its end). */
  scan(bytes: Uint8Array, from: number, to: number): number {
    this.#bytes = bytes;
    this.#at = from;
    this.#end = to;
    this.#space();
    if (this.#at >= to) return BLANK;
    try {
      return this.#listing() ? LOOK : CLEAN;
    } catch (error) {
      if (error instanceof Leave) return LOOK;
      throw error;
    }
  }

  #space(): void {
    const b = this.#bytes;
    while (this.#at < this.#end) {
      const c = b[this.#at]!;
      if (c !== 32 && c !== 9 && c !== 13) return;
      this.#at++;
    }
  }

  #expect(byte: number): void {
    if (this.#at >= this.#end || this.#bytes[this.#at] !== byte) throw LEAVE;
    this.#at++;
  }

  /** True when something may be found. */
  #listing(): boolean {
    const b = this.#bytes;
    let id = false;
    let title = false;
    let original = false;
    let history = false;
    this.#reader.begin();
    this.#expect(OPEN);
    this.#space();
    if (b[this.#at] === CLOSE) throw LEAVE;
    for (;;) {
      const kind = this.#key();
      this.#space();
      this.#expect(COLON);
      this.#space();
      const first = b[this.#at]!;
      if (kind === ID) {
        this.idFrom = this.#at;
        id = first === QUOTE;
        if (!id) throw LEAVE;
        this.#skipString(true);
        this.idTo = this.#at;
      } else if (kind === TITLE) {
        title = first === QUOTE;
        if (!title) throw LEAVE;
        this.#text();
      } else if (kind === TEXT && first === QUOTE) {
        this.#text();
      } else if (kind === ATTRIBUTES && first === OPEN) {
        this.#attributes();
      } else if (kind === ORIGINAL) {
        original = first !== 0x6e;
        this.#skipValue(0);
      } else if (kind === HISTORY && first === OPEN_LIST) {
        const from = this.#at;
        this.#skipValue(0);
        history = this.#at - from > 4;
      } else this.#skipValue(0);
      this.#space();
      const next = b[this.#at++];
      if (next === CLOSE) break;
      if (next !== COMMA) throw LEAVE;
      this.#space();
    }
    this.#space();
    if (this.#at < this.#end || !id || !title) throw LEAVE;
    return this.#reader.isWorthwhile() || (this.#prices && history && (original || this.#mentionsPrice()));
  }

  /** Whether a compared price may be claimed in words (原价899, 直降700): see `checkPrice`. */
  #mentionsPrice(): boolean {
    const b = this.#bytes;
    for (let i = this.idTo; i + 2 < this.#end; i++) {
      const c = b[i]!;
      // Escapes and compatibility forms may spell anything.
      if (c === BACKSLASH || c === 0xef) return true;
      if (c >= 0xe4 && c <= 0xe9 && CLAIMS.includes((c << 16) | (b[i + 1]! << 8) | b[i + 2]!)) return true;
    }
    return false;
  }

  #key(): number {
    const b = this.#bytes;
    this.#expect(QUOTE);
    const from = this.#at;
    let to = from;
    for (;;) {
      const c = b[to]!;
      if (to >= this.#end || c === BACKSLASH || c < 32 || c >= 128) throw LEAVE;
      if (c === QUOTE) break;
      to++;
    }
    this.#at = to + 1;
    const length = to - from;
    const known = this.#fields[length];
    if (known === undefined) return SKIP_FIELD;
    next: for (const { name, kind } of known) {
      for (let k = 0; k < length; k++) if (name[k] !== b[from + k]) continue next;
      return kind;
    }
    return SKIP_FIELD;
  }

  #skipString(ascii: boolean): void {
    const b = this.#bytes;
    const end = this.#end;
    let at = this.#at + 1;
    for (;;) {
      if (at >= end) throw LEAVE;
      const c = b[at]!;
      if (c === QUOTE) break;
      if (c < 32 || (ascii && c >= 128)) throw LEAVE;
      if (c === BACKSLASH) {
        at++;
        const e = b[at]!;
        if (e === 0x75) {
          for (let k = 1; k <= 4; k++) if (hex(b[at + k]!) < 0) throw LEAVE;
          at += 4;
        } else if (ESCAPED[e] === undefined) throw LEAVE;
      }
      at++;
    }
    this.#at = at + 1;
  }

  #text(): void {
    const end = this.#reader.text(this.#bytes, this.#at + 1, this.#end);
    if (end < 0) throw LEAVE;
    this.#at = end;
  }

  #attributes(): void {
    const b = this.#bytes;
    this.#at++;
    this.#space();
    if (b[this.#at] === CLOSE) {
      this.#at++;
      return;
    }
    for (;;) {
      if (b[this.#at] !== QUOTE) throw LEAVE;
      this.#skipString(false);
      this.#space();
      this.#expect(COLON);
      this.#space();
      if (b[this.#at] === QUOTE) this.#text();
      else this.#skipValue(1);
      this.#space();
      const next = b[this.#at++];
      if (next === CLOSE) return;
      if (next !== COMMA) throw LEAVE;
      this.#space();
    }
  }

  #skipValue(depth: number): void {
    const b = this.#bytes;
    if (depth > MAX_DEPTH || this.#at >= this.#end) throw LEAVE;
    const c = b[this.#at]!;
    if (c === QUOTE) this.#skipString(false);
    else if (c === OPEN || c === OPEN_LIST) this.#skipContainer(c, depth);
    else if (c === 0x2d || (c >= 48 && c <= 57)) this.#skipNumber();
    else {
      const word = WORDS.find((w) => w[0] === c);
      if (word === undefined) throw LEAVE;
      for (let k = 0; k < word.length; k++) if (b[this.#at + k] !== word[k]) throw LEAVE;
      this.#at += word.length;
    }
  }

  #skipContainer(open: number, depth: number): void {
    const b = this.#bytes;
    const close = open === OPEN ? CLOSE : CLOSE_LIST;
    this.#at++;
    this.#space();
    if (b[this.#at] === close) {
      this.#at++;
      return;
    }
    for (;;) {
      if (open === OPEN) {
        if (b[this.#at] !== QUOTE) throw LEAVE;
        this.#skipString(false);
        this.#space();
        this.#expect(COLON);
        this.#space();
      }
      this.#skipValue(depth + 1);
      this.#space();
      const next = b[this.#at++];
      if (next === close) return;
      if (next !== COMMA) throw LEAVE;
      this.#space();
    }
  }

  #digits(): void {
    const from = this.#at;
    while (this.#at < this.#end && this.#bytes[this.#at]! >= 48 && this.#bytes[this.#at]! <= 57) this.#at++;
    if (this.#at === from) throw LEAVE;
  }

  /** RFC 8259 §6. */
  #skipNumber(): void {
    const b = this.#bytes;
    if (b[this.#at] === 0x2d) this.#at++;
    if (b[this.#at] === 48) this.#at++;
    else this.#digits();
    if (b[this.#at] === 0x2e) {
      this.#at++;
      this.#digits();
    }
    if (b[this.#at] === 0x65 || b[this.#at] === 0x45) {
      this.#at++;
      if (b[this.#at] === 0x2b || b[this.#at] === 0x2d) this.#at++;
      this.#digits();
    }
  }
}
