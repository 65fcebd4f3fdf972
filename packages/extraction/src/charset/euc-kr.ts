// SPDX-License-Identifier: Apache-2.0

// Node's TextDecoder('euc-kr') knows KS X 1001 only; the web's EUC-KR is windows-949. Its additional syllables are
// exactly those of U+AC00–U+D7A3 that KS X 1001 lacks, in Unicode order, so the table can be derived.

let extension: string[] | null = null;

const TRAILS = [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...range(0x81, 0xfe)];

function* range(from: number, to: number): Generator<number> {
  for (let n = from; n <= to; n++) yield n;
}

/** Two signs that KS X 1001 got later (1998), and Node's table lacks: the euro and the registered mark. */
const isLate = (lead: number, trail: number): boolean => lead === 0xa2 && (trail === 0xe6 || trail === 0xe7);
const isBase = (lead: number, trail: number): boolean =>
  lead >= 0xa1 && trail >= 0xa1 && !isLate(lead, trail);

function loadExtension(): string[] {
  const base = new TextDecoder('euc-kr');
  const known = new Set<string>();
  for (let lead = 0xb0; lead <= 0xc8; lead++)
    for (let trail = 0xa1; trail <= 0xfe; trail++) known.add(base.decode(Uint8Array.of(lead, trail)));
  const places: string[] = [];
  places[0xa2e6] = '€';
  places[0xa2e7] = '®';
  let next = 0xac00;
  for (let lead = 0x81; lead <= 0xc6; lead++)
    for (const trail of TRAILS) {
      if (isBase(lead, trail) || isLate(lead, trail)) continue;
      while (next <= 0xd7a3 && known.has(String.fromCharCode(next))) next++;
      if (next > 0xd7a3) return places;
      places[lead * 256 + trail] = String.fromCharCode(next++);
    }
  return places;
}

/** Decodes EUC-KR as the web means it (windows-949). Malformed bytes become U+FFFD. */
export function decodeEucKr(bytes: Uint8Array): string {
  const base = new TextDecoder('euc-kr');
  let out = '';
  let from = 0;
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x81) continue;
    const trail = bytes[i + 1] ?? 0;
    if (isBase(lead, trail)) {
      i++;
      continue;
    }
    extension ??= loadExtension();
    out += base.decode(bytes.subarray(from, i));
    const found = extension[lead * 256 + trail];
    out += found ?? '\uFFFD';
    if (found !== undefined || trail >= 0x80) i++;
    from = i + 1;
  }
  return out + base.decode(bytes.subarray(from));
}
