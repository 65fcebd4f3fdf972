// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';

const PATHS = ['libhs.so.5', '/usr/lib/x86_64-linux-gnu/libhs.so.5'];
const HS_MODE_BLOCK = 1;

/** What this bench uses of koffi. */
interface Koffi {
  load(path: string): { func(signature: string): (...args: unknown[]) => unknown };
  proto(signature: string): unknown;
  register(callback: (...args: unknown[]) => number, type: unknown): unknown;
  pointer(type: unknown): unknown;
}

let onMatchType: unknown;

/** A raw literal scan by Hyperscan, without any folding; null where the library or koffi is not there. */
export function hyperscan(words: readonly string[], peers: string): ((text: Uint8Array) => number) | null {
  let koffi: Koffi;
  try {
    koffi = createRequire(peers)('koffi') as Koffi;
  } catch {
    return null;
  }
  for (const path of PATHS)
    try {
      const lib = koffi.load(path);
      const compile = lib.func(
        'int hs_compile_lit_multi(const char **expressions, const uint32_t *flags, const uint32_t *ids, const size_t *lens, uint32_t elements, uint32_t mode, const void *platform, _Out_ void **db, _Out_ void **error)',
      );
      const allocate = lib.func('int hs_alloc_scratch(const void *db, _Inout_ void **scratch)');
      // A name may be given to a type once only.
      onMatchType ??= koffi.proto(
        'int OnMatch(uint32_t id, uint64_t from, uint64_t to, uint32_t flags, void *context)',
      );
      const scan = lib.func(
        'int hs_scan(const void *db, const uint8_t *data, uint32_t length, uint32_t flags, void *scratch, OnMatch *onEvent, void *context)',
      );
      const db: unknown[] = [null];
      const error: unknown[] = [null];
      const lengths = words.map((w) => Buffer.byteLength(w));
      const zeros = words.map(() => 0);
      if (
        compile(
          [...words],
          zeros,
          words.map((_, i) => i),
          lengths,
          words.length,
          HS_MODE_BLOCK,
          null,
          db,
          error,
        ) !== 0
      )
        return null;
      const scratch: unknown[] = [null];
      if (allocate(db[0], scratch) !== 0) return null;
      let hits = 0;
      const onMatch = koffi.register(() => {
        hits++;
        return 0;
      }, koffi.pointer(onMatchType));
      return (text) => {
        hits = 0;
        scan(db[0], text, text.length, 0, scratch[0], onMatch, null);
        return hits;
      };
    } catch {
      // The next path, or none.
    }
  return null;
}
