// SPDX-License-Identifier: Apache-2.0
import type { FilingStatus } from '@yiwang/contracts';

/** Statuses of the last moments: a page that many reload asks the database once. */
interface Kept {
  at: number;
  status: FilingStatus;
}

/** What another process of the service changed is seen after this long at the latest. */
const KEPT_MS = 2000;
const MAX = 5000;
const kept = new Map<string, Kept>();

export function keptStatus(key: string): FilingStatus | null {
  const found = kept.get(key);
  return found !== undefined && performance.now() - found.at < KEPT_MS ? found.status : null;
}

export function keepStatus(key: string, status: FilingStatus): FilingStatus {
  if (kept.size >= MAX) kept.clear();
  kept.set(key, { at: performance.now(), status });
  return status;
}

/** Called by whatever changes what a status shows. */
export const forgetStatuses = (): void => kept.clear();
