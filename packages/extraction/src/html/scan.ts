// SPDX-License-Identifier: Apache-2.0
import { BLOCK, ENDS_P, elementBits, INLINE, KNOWN, nameHash, RAW, SCOPE, VOID } from './names.ts';
import { SPACE, Tape, TEXT } from './tape.ts';

const MAX_DEPTH = 512;
const MAX_NODES = 2_000_000;

const H = {
  p: nameHash('p'),
  li: nameHash('li'),
  dd: nameHash('dd'),
  dt: nameHash('dt'),
  tr: nameHash('tr'),
  td: nameHash('td'),
  th: nameHash('th'),
  table: nameHash('table'),
  thead: nameHash('thead'),
  tbody: nameHash('tbody'),
  tfoot: nameHash('tfoot'),
  option: nameHash('option'),
  optgroup: nameHash('optgroup'),
  a: nameHash('a'),
  html: nameHash('html'),
  head: nameHash('head'),
  body: nameHash('body'),
  br: nameHash('br'),
  plaintext: nameHash('plaintext'),
  ul: nameHash('ul'),
  ol: nameHash('ol'),
  dl: nameHash('dl'),
};

const isSpace = (c: number): boolean => c === 32 || (c >= 9 && c <= 13 && c !== 11);
const isLetter = (c: number): boolean => (c >= 97 && c <= 122) || (c >= 65 && c <= 90);

/** Reads markup in one pass, as forgiving as a browser, into a {@link Tape}. Linear in the input; never throws. */
export function scan(html: string): Tape {
  return new Scanner(html).run();
}

class Scanner {
  readonly tape: Tape;
  readonly html: string;
  /** Open elements: node index, and beside it the name's hash. */
  readonly stack = new Int32Array(MAX_DEPTH + 1);
  readonly stackHash = new Int32Array(MAX_DEPTH + 1);
  depth = 0;

  constructor(html: string) {
    this.html = html;
    this.tape = new Tape(html);
  }

  run(): Tape {
    const { html, tape } = this;
    const length = html.length;
    let at = 0;
    while (at < length) {
      let open = html.indexOf('<', at);
      // A `<` that starts no tag is text.
      while (open >= 0) {
        const c = html.charCodeAt(open + 1);
        if (isLetter(c) || c === 47 || c === 33 || c === 63) break;
        open = html.indexOf('<', open + 1);
      }
      if (open < 0) open = length;
      if (open > at) this.text(at, open);
      if (open >= length) break;
      const c = html.charCodeAt(open + 1);
      if (c === 33) at = this.declaration(open);
      else if (c === 63) at = this.after('>', open + 2);
      else if (c === 47) at = this.closeTag(open);
      else at = this.openTag(open);
      if (tape.count >= MAX_NODES) {
        tape.truncated = true;
        break;
      }
    }
    while (this.depth > 0) this.pop();
    return tape;
  }

  top(): number {
    return this.depth > 0 ? this.stack[this.depth - 1]! : -1;
  }

  pop(): void {
    this.depth--;
    this.tape.last[this.stack[this.depth]!] = this.tape.count;
  }

  popTo(depth: number): void {
    while (this.depth > depth) this.pop();
  }

  after(mark: string, from: number): number {
    const at = this.html.indexOf(mark, from);
    return at < 0 ? this.html.length : at + mark.length;
  }

  text(from: number, to: number): void {
    let i = from;
    while (i < to && isSpace(this.html.charCodeAt(i))) i++;
    this.tape.addNode(i === to ? SPACE : TEXT, from, to, this.top());
  }

  declaration(open: number): number {
    if (this.html.charCodeAt(open + 2) !== 45 || this.html.charCodeAt(open + 3) !== 45)
      return this.after('>', open + 2);
    // `<!-->` and `<!--->` are whole comments; `--!>` ends one too.
    if (this.html.charCodeAt(open + 4) === 62) return open + 5;
    if (this.html.startsWith('->', open + 4)) return open + 6;
    let at = this.html.indexOf('--', open + 4);
    while (at >= 0) {
      const c = this.html.charCodeAt(at + 2);
      if (c === 62) return at + 3;
      if (c === 33 && this.html.charCodeAt(at + 3) === 62) return at + 4;
      at = this.html.indexOf('--', at + 1);
    }
    return this.html.length;
  }

  closeTag(open: number): number {
    const { html } = this;
    let i = open + 2;
    if (!isLetter(html.charCodeAt(i))) return this.after('>', i);
    let hash = 5381;
    for (; i < html.length; i++) {
      const c = html.charCodeAt(i);
      if (c === 62 || c === 47 || isSpace(c)) break;
      hash = (Math.imul(hash, 33) + (c >= 65 && c <= 90 ? c | 32 : c)) | 0;
    }
    this.close(hash);
    return this.after('>', i);
  }

  close(hash: number): void {
    if (hash === H.html || hash === H.body || hash === H.br) return;
    const bits = elementBits(hash);
    for (let d = this.depth - 1; d >= 0; d--) {
      const open = this.stackHash[d]!;
      if (open === hash) {
        this.popTo(d);
        return;
      }
      const openBits = elementBits(open);
      if (openBits & SCOPE && !(hash === H.table || this.isTablePart(hash))) return;
      if (open === H.table && hash !== H.table && this.isTablePart(hash)) return;
      if (bits & INLINE && openBits & BLOCK) return;
    }
  }

  isTablePart(hash: number): boolean {
    return (
      hash === H.tr ||
      hash === H.td ||
      hash === H.th ||
      hash === H.tbody ||
      hash === H.thead ||
      hash === H.tfoot
    );
  }

  openTag(open: number): number {
    const { html, tape } = this;
    const length = html.length;
    let i = open + 1;
    let hash = 5381;
    for (; i < length; i++) {
      const c = html.charCodeAt(i);
      if (c === 62 || c === 47 || isSpace(c)) break;
      hash = (Math.imul(hash, 33) + (c >= 65 && c <= 90 ? c | 32 : c)) | 0;
    }
    const bits = elementBits(hash);
    this.implyEnds(hash, bits);
    const node = tape.addNode(hash, open + 1, i, this.top());
    let selfClosing = false;
    for (;;) {
      let c = html.charCodeAt(i);
      while (isSpace(c) || c === 47) {
        selfClosing = c === 47;
        c = html.charCodeAt(++i);
      }
      if (c === 62) {
        i++;
        break;
      }
      // The end of the input within a tag: browsers drop the tag.
      if (i >= length) {
        tape.count = node;
        tape.attrCount = tape.firstAttr[node]!;
        return length;
      }
      selfClosing = false;
      i = this.attribute(i);
    }
    tape.firstAttr[node + 1] = tape.attrCount;
    if (bits & VOID) return i;
    if (bits & RAW) return this.rawContent(node, hash, i);
    // Foreign elements (svg, math) and only those may close themselves.
    if (selfClosing && !(bits & KNOWN) && html.charCodeAt(i - 2) === 47) return i;
    if (this.depth < MAX_DEPTH) {
      this.stack[this.depth] = node;
      this.stackHash[this.depth++] = hash;
    }
    return i;
  }

  attribute(from: number): number {
    const { html } = this;
    const length = html.length;
    let i = from;
    let hash = 5381;
    for (; i < length; i++) {
      const c = html.charCodeAt(i);
      if (c === 62 || c === 47 || isSpace(c) || (c === 61 && i > from)) break;
      hash = (Math.imul(hash, 33) + (c >= 65 && c <= 90 ? c | 32 : c)) | 0;
    }
    let next = i;
    while (isSpace(html.charCodeAt(next))) next++;
    if (html.charCodeAt(next) !== 61) {
      this.tape.addAttr(hash, from, -1, -1);
      return i;
    }
    next++;
    while (isSpace(html.charCodeAt(next))) next++;
    const quote = html.charCodeAt(next);
    if (quote === 34 || quote === 39) {
      let end = html.indexOf(quote === 34 ? '"' : "'", next + 1);
      if (end < 0) end = length;
      this.tape.addAttr(hash, from, next + 1, end);
      return end + 1;
    }
    let end = next;
    for (; end < length; end++) {
      const c = html.charCodeAt(end);
      if (c === 62 || isSpace(c)) break;
    }
    this.tape.addAttr(hash, from, next, end);
    return end;
  }

  rawContent(node: number, hash: number, from: number): number {
    const { html, tape } = this;
    const nameLength = tape.end[node]! - tape.start[node]!;
    let at = hash === H.plaintext ? -1 : html.indexOf('</', from);
    while (at >= 0) {
      const c = html.charCodeAt(at + 2 + nameLength);
      if ((c === 62 || c === 47 || isSpace(c)) && nameHash(html.slice(at + 2, at + 2 + nameLength)) === hash)
        break;
      at = html.indexOf('</', at + 2);
    }
    const end = at < 0 ? html.length : at;
    if (end > from) tape.addNode(TEXT, from, end, node);
    tape.last[node] = tape.count;
    return at < 0 ? html.length : this.after('>', at + 2 + nameLength);
  }

  /** End tags that HTML lets authors leave out. */
  implyEnds(hash: number, bits: number): void {
    if (this.depth === 0) return;
    if (hash === H.li) this.closeUpTo(H.li, H.li, H.ul, H.ol);
    else if (hash === H.dd || hash === H.dt) this.closeUpTo(H.dd, H.dt, H.dl, H.dl);
    else if (hash === H.td || hash === H.th) this.closeUpTo(H.td, H.th, H.tr, H.table);
    else if (hash === H.tr) this.closeUpTo(H.tr, H.tr, H.table, H.table);
    else if (hash === H.tbody || hash === H.thead || hash === H.tfoot) {
      this.closeUpTo(H.tbody, H.thead, H.table, H.table);
      this.closeUpTo(H.tfoot, H.tr, H.table, H.table);
    } else if (hash === H.option || hash === H.optgroup) {
      if (this.stackHash[this.depth - 1] === H.option) this.pop();
    } else if (hash === H.body) this.closeUpTo(H.head, H.head, H.html, H.html);
    else if (hash === H.a) {
      for (let d = this.depth - 1; d >= 0 && !(elementBits(this.stackHash[d]!) & BLOCK); d--)
        if (this.stackHash[d] === H.a) {
          this.popTo(d);
          return;
        }
    }
    if (bits & ENDS_P)
      for (let d = this.depth - 1; d >= 0; d--) {
        const open = this.stackHash[d]!;
        if (open === H.p) {
          this.popTo(d);
          return;
        }
        if (!(elementBits(open) & INLINE)) return;
      }
  }

  /** Closes the nearest open `a` or `b`, unless a `stop` element is nearer. */
  closeUpTo(a: number, b: number, stop: number, stop2: number): void {
    const floor = Math.max(0, this.depth - 64);
    for (let d = this.depth - 1; d >= floor; d--) {
      const open = this.stackHash[d]!;
      if (open === a || open === b) {
        this.popTo(d);
        return;
      }
      if (open === stop || open === stop2 || open === H.table) return;
    }
  }
}
