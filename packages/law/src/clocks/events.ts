// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import { type DayNumber, parseDay } from '../day.ts';
import type { PauseKind } from './model.ts';

/** What happens while a clock runs. A pause without an end (`date`, or `from` alone) is still open. */
export interface ClockEvent {
  event: string;
  date?: string | null;
  from?: string | null;
  to?: string | null;
  /** For an extension without a length in law: the last day that was fixed. */
  until?: string | null;
}

export interface Pause {
  kind: PauseKind;
  from: DayNumber;
  /** null: still open. */
  to: DayNumber | null;
}

export interface ReadEvents {
  extensions: { date: DayNumber | null; until: DayNumber | null }[];
  pauses: Pause[];
  interrupts: DayNumber[];
}

const KINDS: readonly PauseKind[] = [
  'test',
  'recusal',
  'suspend',
  'hearing',
  'notice',
  'identify',
  'refund',
  'force-majeure',
];

/** Reads and checks events; throws `invalid` `law.event` naming the place. */
export function readEvents(events: readonly ClockEvent[]): ReadEvents {
  const read: ReadEvents = { extensions: [], pauses: [], interrupts: [] };
  events.forEach((one, i) => {
    const at = `events/${i}`;
    const name = one?.event;
    if (name === 'extend')
      read.extensions.push({
        date: one.date == null ? null : parseDay(one.date, `${at}/date`),
        until: one.until == null ? null : parseDay(one.until, `${at}/until`),
      });
    else if (name === 'interrupt') read.interrupts.push(parseDay(one.date ?? one.from, `${at}/date`));
    else if (typeof name === 'string' && name.startsWith('pause:')) {
      const kind = KINDS.find((known) => known === name.slice(6));
      if (!kind) throw unknown(at, name);
      const from = parseDay(one.from ?? one.date, `${at}/from`);
      const to = one.to == null ? null : parseDay(one.to, `${at}/to`);
      if (to !== null && to < from)
        throw invalid('law.event', `${at}: the pause ends before it begins`, {
          faults: [{ pointer: `/${at}/to`, reason: 'before its start' }],
        });
      read.pauses.push({ kind, from, to });
    } else throw unknown(at, name);
  });
  read.interrupts.sort((a, b) => a - b);
  read.pauses.sort((a, b) => a.from - b.from || (a.to ?? Infinity) - (b.to ?? Infinity));
  return read;
}

const unknown = (at: string, name: unknown) =>
  invalid(
    'law.event',
    `${at}: unknown event ${JSON.stringify(name)}; known are extend, interrupt, ${KINDS.map((kind) => `pause:${kind}`).join(', ')}`,
    { faults: [{ pointer: `/${at}/event`, reason: 'unknown event' }] },
  );
