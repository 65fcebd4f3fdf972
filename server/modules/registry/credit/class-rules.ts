// SPDX-License-Identifier: Apache-2.0
import { CREDIT_CLASSES, type CREDIT_KINDS } from '@yiwang/contracts';
import type { Settings } from '../../../platform/settings/settings.ts';

export type CreditClass = (typeof CREDIT_CLASSES)[number];
export type CreditKind = (typeof CREDIT_KINDS)[number];

/**
 * How events add up to a class and how often a class is looked at. No text that we have read sets these numbers
 * (domain.md §6: the four classes themselves are not verified): they are settings of the instance, shown beside every
 * proposal, and a proposal never becomes a class without a person.
 */
export interface ClassRules {
  windowDays: number;
  points: Readonly<Record<CreditKind, number>>;
  borders: readonly { class: CreditClass; from: number; rhythmDays: number }[];
}

const numbersOf = (text: string): Record<string, number> =>
  Object.fromEntries(
    text
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((part) => {
        const [name = '', value = ''] = part.split('=');
        return [name, Number(value)];
      }),
  );

export function classRules(settings: Settings): ClassRules {
  const points = numbersOf(settings.creditPoints);
  const borders = numbersOf(settings.creditBorders);
  const rhythm = numbersOf(settings.creditRhythm);
  return {
    windowDays: settings.creditWindowDays,
    points: points as Record<CreditKind, number>,
    borders: CREDIT_CLASSES.map((one) => ({
      class: one,
      from: borders[one] ?? 0,
      rhythmDays: rhythm[one] ?? 90,
    })),
  };
}

/** The worst class whose border is reached. */
export const proposeClass = (rules: ClassRules, points: number): CreditClass =>
  rules.borders.findLast((border) => points >= border.from)?.class ?? 'A';

export interface DatedEvent {
  kind: CreditKind;
  /** Legal day. */
  day: string;
}

/**
 * Points of each event as of `today`: nothing outside of the window, and nothing before a repair, which wipes the slate
 * (the repair itself is a human act with its own procedure).
 */
export function pointsOf(rules: ClassRules, events: readonly DatedEvent[], today: string): number[] {
  const from = new Date(Date.parse(today) - rules.windowDays * 86_400_000).toISOString().slice(0, 10);
  const repaired = events.reduce(
    (last, event) => (event.kind === 'repair' && event.day > last ? event.day : last),
    '',
  );
  return events.map((event) =>
    event.day < from || event.day <= repaired ? 0 : (rules.points[event.kind] ?? 0),
  );
}
