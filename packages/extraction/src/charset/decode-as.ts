// SPDX-License-Identifier: Apache-2.0
import { decodeBig5 } from './big5.ts';
import { decodeEucKr } from './euc-kr.ts';

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function platformDecoder(charset: string): InstanceType<typeof TextDecoder> {
  let decoder = decoders.get(charset);
  if (!decoder) {
    decoder = new TextDecoder(charset);
    decoders.set(charset, decoder);
  }
  return decoder;
}

/** HZ (RFC 1843): GB 2312 in seven bits between `~{` and `~}`. */
function decodeHz(bytes: Uint8Array): string {
  const out = new Uint8Array(bytes.length);
  let length = 0;
  let chinese = false;
  for (let i = 0; i < bytes.length; i++) {
    const b = bytes[i]!;
    const next = bytes[i + 1];
    if (b === 0x7e && next === 0x7b) chinese = true;
    else if (b === 0x7e && next === 0x7d) chinese = false;
    else if (b === 0x7e && !chinese && next === 0x7e) out[length++] = 0x7e;
    else if (!(b === 0x7e && !chinese && next === 0x0a)) {
      if (b === 0x0a) chinese = false;
      out[length++] = chinese ? b | 0x80 : b;
      continue;
    }
    i++;
  }
  return platformDecoder('gbk').decode(out.subarray(0, length));
}

/** Decodes by a WHATWG encoding name; never throws, malformed bytes become U+FFFD, a byte order mark is dropped. */
export function decodeAs(bytes: Uint8Array, charset: string): string {
  if (charset === 'big5') return decodeBig5(bytes);
  if (charset === 'euc-kr') return decodeEucKr(bytes);
  if (charset === 'hz-gb-2312') return decodeHz(bytes);
  // gbk and gb18030 share one decoder (WHATWG Encoding §11.1).
  return platformDecoder(charset === 'gbk' ? 'gb18030' : charset).decode(bytes);
}
