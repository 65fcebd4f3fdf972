// SPDX-License-Identifier: Apache-2.0
import { sleepFor } from '@yiwang/collector';

/** A visit that a person waits for holds up the walk no longer than this, ms: a site that never answers must not. */
export const URGENT_MS = 20_000;

/**
 * Who works for a person goes first. While something urgent is under way in this process, the walk rests between its
 * steps (before a request, before judging, before drawing): two cores are soon busy with a few pages in a browser.
 */
export interface Urgency {
  /** Until the returned function is called, and at most `URGENT_MS`, the walk rests. */
  begin(): () => void;
  /** Settles when nothing urgent is under way. Rejects with `signal`. */
  calm(signal: AbortSignal): Promise<void>;
}

export function createUrgency(): Urgency {
  const open = new Set<number>();
  return {
    begin() {
      // A number of its own even for two at the same instant.
      let until = performance.now() + URGENT_MS;
      while (open.has(until)) until += 0.001;
      open.add(until);
      return () => void open.delete(until);
    },
    async calm(signal) {
      for (;;) {
        const now = performance.now();
        for (const until of open) if (until <= now) open.delete(until);
        if (open.size === 0) return;
        await sleepFor(50, signal);
      }
    },
  };
}
