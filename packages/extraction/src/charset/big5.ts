// SPDX-License-Identifier: Apache-2.0
import { BIG5_INDEX } from './big5-index.gen.ts';

// Node's own TextDecoder('big5') has no Hong Kong additions (it answers private-use characters), hence this decoder
// after the WHATWG Encoding Standard §12.1.

let table: string[] | null = null;

function loadTable(): string[] {
  const filled = BIG5_INDEX.replace(/ (\d+)\./g, (_, n: string) => ' '.repeat(Number(n)));
  const places = [...filled].map((c) => (c === ' ' ? '' : c));
  // The four places that stand for a letter with a combining mark.
  places[1133] = 'Ê̄';
  places[1135] = 'Ê̌';
  places[1164] = 'ê̄';
  places[1166] = 'ê̌';
  return places;
}

/** Decodes Big5 with the Hong Kong additions (HKSCS-2008). Malformed bytes become U+FFFD, as in the standard. */
export function decodeBig5(bytes: Uint8Array): string {
  table ??= loadTable();
  const pieces: string[] = [];
  let piece = '';
  for (let i = 0; i < bytes.length; i++) {
    const lead = bytes[i]!;
    if (lead < 0x80) {
      piece += String.fromCharCode(lead);
    } else if (lead === 0x80 || lead === 0xff || i + 1 >= bytes.length) {
      piece += '\uFFFD';
    } else {
      const trail = bytes[i + 1]!;
      const inRange = (trail >= 0x40 && trail <= 0x7e) || (trail >= 0xa1 && trail <= 0xfe);
      const found = inRange
        ? table[(lead - 0x81) * 157 + trail - (trail < 0x7f ? 0x40 : 0x62)] || undefined
        : undefined;
      piece += found ?? '\uFFFD';
      // An ASCII byte after a bad lead is not swallowed: it may be the `<` of a tag.
      if (found !== undefined || trail >= 0x80) i++;
    }
    if (piece.length > 8192) {
      pieces.push(piece);
      piece = '';
    }
  }
  pieces.push(piece);
  return pieces.join('');
}
