// SPDX-License-Identifier: Apache-2.0
import type { Probe } from '../evaluate/probe.ts';
import { APART, RICH } from '../first/first-look.ts';
import { ESCAPED, hex } from './json-escapes.ts';
import type { TextReader } from './listing-scanner.ts';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Has a probe look at the texts of a line, decoded and folded in one pass over the bytes. */
export class ProbeReader implements TextReader {
  readonly #probe: Probe;

  constructor(probe: Probe) {
    this.#probe = probe;
  }

  begin(): void {
    this.#probe.begin();
  }

  isWorthwhile(): boolean {
    return this.#probe.isWorthwhile();
  }

  text(b: Uint8Array, from: number, end: number): number {
    const { look } = this.#probe;
    const { table } = look;
    look.reserve(end - from + 8);
    let units = look.units;
    let n = 0;
    let apart = 0;
    let at = from;
    for (;;) {
      if (at >= end) return -1;
      const c = b[at]!;
      let code = c;
      if (c >= 0xe0 && c < 0xf0) {
        const d = b[at + 1]! ^ 0x80;
        const e = b[at + 2]! ^ 0x80;
        code = ((c & 15) << 12) | (d << 6) | e;
        if ((d | e) > 63 || code < 0x800 || (code >= 0xd800 && code <= 0xdfff)) return -1;
        at += 3;
      } else if (c < 0x80) {
        if (c === QUOTE) break;
        if (c < 32) return -1;
        at++;
        if (c === BACKSLASH) {
          const e = b[at++]!;
          if (e === 0x75) {
            code = 0;
            for (let k = 0; k < 4; k++) {
              const h = hex(b[at++]!);
              if (h < 0) return -1;
              code = code * 16 + h;
            }
            // Halves of characters are left to the full way.
            if (code >= 0xd800 && code <= 0xdfff) return -1;
          } else {
            const unit = ESCAPED[e];
            if (unit === undefined) return -1;
            code = unit;
          }
        }
      } else if (c >= 0xc2 && c < 0xe0) {
        const d = b[at + 1]! ^ 0x80;
        if (d > 63) return -1;
        code = ((c & 31) << 6) | d;
        at += 2;
      } else if (c >= 0xf0 && c < 0xf5) {
        const d = b[at + 1]! ^ 0x80;
        const e = b[at + 2]! ^ 0x80;
        const f = b[at + 3]! ^ 0x80;
        code = ((c & 7) << 18) | (d << 12) | (e << 6) | f;
        if ((d | e | f) > 63 || code < 0x10000 || code > 0x10ffff) return -1;
        at += 4;
      } else return -1;
      const v = code < 0x10000 ? table[code]! : RICH;
      if (v > 0) {
        units[n++] = v | apart;
        apart = 0;
      } else if (v === 0) apart = APART;
      else {
        const m = look.expand(code, n, end - at);
        units = look.units;
        if (m > n) {
          units[n]! |= apart;
          apart = 0;
          n = m;
        } else apart = APART;
      }
    }
    look.look(n);
    return at + 1;
  }
}
