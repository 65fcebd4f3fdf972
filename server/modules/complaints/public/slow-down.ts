// SPDX-License-Identifier: Apache-2.0
import { refused } from '@yiwang/kernel';

interface Bucket {
  count: number;
  until: number;
}

/** Counts of one kind by address; old ones fall out, so a flood of addresses cannot fill the memory. */
export interface Meter {
  /** @throws AppError with `code` when the address has used up its count of the window. */
  spend(address: string, now: number): void;
  /** How many of the window are used. */
  used(address: string, now: number): number;
}

const MAX_ADDRESSES = 20_000;

/** One address per subscriber line: IPv6 by its /64, or guessing would have 2^64 tries. */
export const lineOf = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:')
    ? address.split(':').slice(0, 4).join(':')
    : address;

export function createMeter(
  limit: number,
  windowMs: number,
  code: 'filing_flood' | 'too_many_attempts',
): Meter {
  const buckets = new Map<string, Bucket>();
  const current = (address: string, now: number): Bucket => {
    const line = lineOf(address);
    const known = buckets.get(line);
    if (known && known.until > now) return known;
    buckets.delete(line);
    const fresh = { count: 0, until: now + windowMs };
    buckets.set(line, fresh);
    if (buckets.size > MAX_ADDRESSES) buckets.delete(buckets.keys().next().value!);
    return fresh;
  };
  return {
    used: (address, now) => current(address, now).count,
    spend(address, now) {
      const bucket = current(address, now);
      if (bucket.count >= limit)
        throw refused(code, `${lineOf(address)} used up ${limit}`, {
          params: { seconds: Math.ceil((bucket.until - now) / 1000) },
        });
      bucket.count += 1;
    },
  };
}
