// SPDX-License-Identifier: Apache-2.0

/** Places in the browser: so many at once, who is urgent goes before all who wait, if need be one above the number. */
export interface Turns {
  take(urgent: boolean): Promise<void>;
  give(): void;
}

export function createTurns(limit: number): Turns {
  const urgentOnes: (() => void)[] = [];
  const others: (() => void)[] = [];
  let running = 0;
  return {
    async take(urgent) {
      if (running < limit + (urgent ? 1 : 0)) {
        running++;
        return;
      }
      await new Promise<void>((go) => (urgent ? urgentOnes : others).push(go));
    },
    give() {
      running--;
      const next =
        (running <= limit ? urgentOnes.shift() : undefined) ?? (running < limit ? others.shift() : undefined);
      // The place is handed on, not put up: nobody slips in between.
      if (next === undefined) return;
      running++;
      next();
    },
  };
}
