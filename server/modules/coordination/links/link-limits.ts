// SPDX-License-Identifier: Apache-2.0
import { refused } from '@yiwang/kernel';
import type { App } from '../../../platform/app.ts';

const WINDOW_MS = 600_000;
/** Wrong tokens from one address, and writes through one link, within ten minutes. */
const WRONG = 20;
const WRITES = 60;
const MOST_KEYS = 50_000;

interface Count {
  since: number;
  times: number;
}
const counts = new Map<string, Count>();

/** One more of `key`. A process counts for itself: a token has 256 bits, this only keeps the noise down. */
function count(app: App, key: string, most: number): void {
  const now = app.clock.now();
  let row = counts.get(key);
  if (!row || now - row.since > WINDOW_MS) {
    if (counts.size > MOST_KEYS) counts.clear();
    row = { since: now, times: 0 };
    counts.set(key, row);
  }
  row.times += 1;
  if (row.times > most) throw refused('too_many_requests', `${key} asked too often`);
}

export const countWrong = (app: App, address: string): void => count(app, `wrong:${address}`, WRONG);
export const countWrite = (app: App, path: string): void => count(app, `write:${path}`, WRITES);
