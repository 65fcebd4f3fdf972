// SPDX-License-Identifier: Apache-2.0

/** What a script may assign: JSON, or a JavaScript literal. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const MAX_DEPTH = 200;
const MAX_VALUES = 400_000;

/**
 * Reads JSON, else whatever can be read of something meant as JSON: comments, trailing commas, single quotes, bare
 * keys, raw line ends and control characters in strings, quotes that nobody escaped, several values in a row, a cut
 * end, JavaScript literals (`!0`, `void 0`, `undefined`, names bound in `scope`). Never throws; undefined where nothing is there.
 */
export function parseLenient(text: string): Json | undefined {
  const clean = text.trim().replace(/^\uFEFF/, '');
  if (clean === '') return undefined;
  try {
    return JSON.parse(clean) as Json;
  } catch {
    return new LenientReader(clean).document();
  }
}

/** Reads one value that starts at `from` within a script; also says where it ended. */
export function parseLiteralAt(
  text: string,
  from: number,
  scope?: Map<string, Json>,
): { value: Json; end: number } | undefined {
  const reader = new LenientReader(text, from, scope);
  const value = reader.value(0);
  return value === undefined ? undefined : { value, end: reader.at };
}

class LenientReader {
  at: number;
  readonly text: string;
  readonly scope: Map<string, Json> | undefined;
  values = 0;

  constructor(text: string, from = 0, scope?: Map<string, Json>) {
    this.text = text;
    this.at = from;
    this.scope = scope;
  }

  document(): Json | undefined {
    const all: Json[] = [];
    // Wrappers around the JSON (`<!--`, `//<![CDATA[`, a stray `;`) are skipped up to the first bracket.
    for (let rounds = 0; rounds < 1000; rounds++) {
      const next = this.text.slice(this.at).search(/[[{]/);
      if (next < 0) break;
      this.at += next;
      const value = this.value(0);
      if (value === undefined) break;
      all.push(value);
    }
    return all.length > 1 ? all : all[0];
  }

  skip(): void {
    const { text } = this;
    for (;;) {
      const c = text.charCodeAt(this.at);
      if (c <= 32 || c === 0xa0 || c === 0xfeff || (c >= 0x2028 && c <= 0x2029)) this.at++;
      else if (c === 47 && text[this.at + 1] === '/') {
        const end = text.indexOf('\n', this.at);
        this.at = end < 0 ? text.length : end + 1;
      } else if (c === 47 && text[this.at + 1] === '*') {
        const end = text.indexOf('*/', this.at + 2);
        this.at = end < 0 ? text.length : end + 2;
      } else return;
    }
  }

  value(depth: number): Json | undefined {
    this.skip();
    if (depth > MAX_DEPTH || ++this.values > MAX_VALUES) return undefined;
    const c = this.text[this.at];
    if (c === undefined) return undefined;
    if (c === '{') return this.object(depth);
    if (c === '[') return this.array(depth);
    if (c === '"' || c === "'" || c === '`') return this.string(c);
    return this.word();
  }

  object(depth: number): Json {
    const out: { [key: string]: Json } = {};
    this.at++;
    for (;;) {
      this.skip();
      const c = this.text[this.at];
      if (c === undefined) return out;
      if (c === '}') {
        this.at++;
        return out;
      }
      if (c === ',' || c === ';') {
        this.at++;
        continue;
      }
      if (c === ']') return out;
      const before = this.at;
      const key = c === '"' || c === "'" ? this.string(c, true) : this.bareKey();
      this.skip();
      if (this.text[this.at] === ':') {
        this.at++;
        const value = this.value(depth + 1);
        if (key !== '__proto__') out[key] = value ?? null;
      }
      if (this.at === before) this.at++;
    }
  }

  array(depth: number): Json {
    const out: Json[] = [];
    this.at++;
    for (;;) {
      this.skip();
      const c = this.text[this.at];
      if (c === undefined) return out;
      if (c === ']') {
        this.at++;
        return out;
      }
      if (c === ',') {
        this.at++;
        continue;
      }
      if (c === '}') return out;
      const before = this.at;
      const value = this.value(depth + 1);
      if (value !== undefined) out.push(value);
      if (this.at === before) this.at++;
    }
  }

  bareKey(): string {
    const match = /[^\s:,{}[\]"']+/y;
    match.lastIndex = this.at;
    const key = match.exec(this.text)?.[0] ?? '';
    this.at += key.length;
    return key;
  }

  string(quote: string, isKey = false): string {
    const { text } = this;
    let out = '';
    let from = ++this.at;
    for (; this.at < text.length; this.at++) {
      const c = text[this.at]!;
      if (c === '\\') {
        out += text.slice(from, this.at);
        out += this.escape();
        from = this.at + 1;
      } else if (c === quote && this.endsHere(isKey)) {
        out += text.slice(from, this.at++);
        return out;
      }
    }
    return out + text.slice(from);
  }

  /** A quote ends a string when what follows can follow a string; else somebody forgot to escape it. */
  endsHere(isKey: boolean): boolean {
    const { text } = this;
    let i = this.at + 1;
    while (i < text.length && text.charCodeAt(i) <= 32) i++;
    const c = text[i];
    if (c === undefined || c === '}' || c === ']' || c === ':' || c === ';' || c === ')' || c === '/')
      return true;
    if (isKey) return c === ':';
    if (c !== ',') return c === '"' && /["']\s*\n/.test(text.slice(this.at, i));
    // A comma within the text: the string ends only if the next thing looks like a key, a value or an end.
    return /^,\s*(?:["'[{\d\-tfn}\]]|[\w$]+\s*:|\/[/*]|[!\w(])/.test(text.slice(i, i + 40));
  }

  escape(): string {
    const c = this.text[++this.at];
    if (c === 'u' || c === 'x') {
      const length = c === 'u' ? 4 : 2;
      const hex = this.text.slice(this.at + 1, this.at + 1 + length);
      if (new RegExp(`^[0-9a-fA-F]{${length}}$`).test(hex)) {
        this.at += length;
        return String.fromCharCode(Number.parseInt(hex, 16));
      }
      return c;
    }
    return { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '\n': '', '0': '\0' }[c ?? ''] ?? c ?? '';
  }

  /** Numbers, names and the small expressions minifiers write. */
  word(): Json | undefined {
    const match = /(?:!0|!1|void 0|new Date\([^)]*\)|-?(?:0x[\da-f]+|\d*\.?\d+(?:e[+-]?\d+)?)|[\w$.]+)/iy;
    match.lastIndex = this.at;
    const word = match.exec(this.text)?.[0];
    if (word === undefined) return undefined;
    this.at += word.length;
    if (word === 'true' || word === '!0') return true;
    if (word === 'false' || word === '!1') return false;
    if (/^-?(?:\d|\.\d)/.test(word)) return Number(word);
    return this.scope?.get(word) ?? null;
  }
}
