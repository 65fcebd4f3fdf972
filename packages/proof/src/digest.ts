// SPDX-License-Identifier: Apache-2.0
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { sm3 } from 'sm-crypto-v2';

const hex = (bytes: Uint8Array): string => Array.from(bytes, (b) => b.toString(16).padStart(2, '0')).join('');

/** SHA-256 (FIPS 180-4) in lower-case hex. Runs in a browser; for bulk work on a server use the machine's own. */
export const sha256Hex = (bytes: Uint8Array): string => hex(sha256(bytes));

/** SM3 (GB/T 32905-2016) in lower-case hex. */
export const sm3Hex = (bytes: Uint8Array): string => sm3(bytes);

/** RFC 4648 base32 without padding, upper case: the older way of writing digests in WARC files. */
export function base32(bytes: Uint8Array): string {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = 0;
  let held = 0;
  let text = '';
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += alphabet[(held >>> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + alphabet[(held << (5 - bits)) & 31] : text;
}

/** Compares bytes with a labelled digest (`sha256:…`, `sha-256:…`, `sha1:…`; hex or base32). `null`: unknown algorithm. */
export function matchesDigest(bytes: Uint8Array, labelled: string): boolean | null {
  const [label = '', value = ''] = labelled.trim().split(':', 2);
  const algorithm = label.toLowerCase().replace('-', '');
  if (algorithm !== 'sha256' && algorithm !== 'sha1') return null;
  const digest = algorithm === 'sha256' ? sha256(bytes) : sha1(bytes);
  return value.toLowerCase() === hex(digest) || value.toUpperCase().replace(/=+$/, '') === base32(digest);
}
