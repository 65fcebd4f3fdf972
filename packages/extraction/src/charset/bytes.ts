// SPDX-License-Identifier: Apache-2.0

export interface ByteProfile {
  /** Bytes of 0x80 and above. */
  high: number;
  /** Well-formed UTF-8 sequences of two and more bytes. */
  utf8: number;
  /** Of these, those longer than two bytes. */
  utf8Long: number;
  /** Bytes that no UTF-8 sequence explains. */
  utf8Bad: number;
  /** Runs of high bytes that are exactly one byte long: many in Latin text, few in CJK. */
  lonely: number;
  runs: number;
  /** Four-byte GB 18030 sequences. */
  gbFour: number;
  escape: boolean;
}

/** One look over the bytes (at most `limit`), counting what tells charsets apart. */
export function profileBytes(bytes: Uint8Array, limit = 1 << 20): ByteProfile {
  const n = Math.min(bytes.length, limit);
  const p: ByteProfile = {
    high: 0,
    utf8: 0,
    utf8Long: 0,
    utf8Bad: 0,
    lonely: 0,
    runs: 0,
    gbFour: 0,
    escape: false,
  };
  let run = 0;
  for (let i = 0; i < n; i++) {
    const b = bytes[i]!;
    if (b < 0x80) {
      if (run > 0) {
        p.runs++;
        if (run === 1) p.lonely++;
        run = 0;
      }
      if (b === 0x1b) p.escape = true;
      continue;
    }
    p.high++;
    run++;
    if (b >= 0x81 && b <= 0xfe && i + 3 < n) {
      const b1 = bytes[i + 1]!;
      const b2 = bytes[i + 2]!;
      const b3 = bytes[i + 3]!;
      if (b1 >= 0x30 && b1 <= 0x39 && b2 >= 0x81 && b2 <= 0xfe && b3 >= 0x30 && b3 <= 0x39) p.gbFour++;
    }
    const need = b >= 0xc2 && b <= 0xdf ? 1 : b >= 0xe0 && b <= 0xef ? 2 : b >= 0xf0 && b <= 0xf4 ? 3 : 0;
    let got = 0;
    while (got < need && i + got + 1 < n && (bytes[i + got + 1]! & 0xc0) === 0x80) got++;
    if (need > 0 && got === need) {
      p.utf8++;
      if (need > 1) p.utf8Long++;
      p.high += need;
      run += need;
      i += need;
    } else if (need === 0 || i + got + 1 < n) p.utf8Bad++;
  }
  if (run > 0) p.runs++;
  return p;
}

/** UTF-16 without a byte order mark: markup is ASCII, so one half of the bytes is mostly zero. */
export function utf16ByZeros(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const n = Math.min(bytes.length & ~1, 4096);
  if (n < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = n / 2;
  if (odd > pairs * 0.25 && even < pairs * 0.05) return 'utf-16le';
  if (even > pairs * 0.25 && odd < pairs * 0.05) return 'utf-16be';
  return null;
}
