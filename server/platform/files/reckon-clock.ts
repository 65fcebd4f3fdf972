// SPDX-License-Identifier: Apache-2.0
import type { ClockView } from '@yiwang/contracts';
import { type LocalDate, startOfLegalDay } from '@yiwang/kernel';
import { countDays, due, nationalCalendar, printDerivation } from '@yiwang/law';
import { type ClockReading, HOUSE_PERIODS } from '@yiwang/procedures';
import { cite } from './cite.ts';

const DAY_MS = 86_400_000;

const share = (from: LocalDate, to: LocalDate, now: number): number => {
  const [start, end] = [startOfLegalDay(from), startOfLegalDay(to) + DAY_MS];
  return Math.max(0, Math.round(((now - start) / (end - start)) * 1000) / 1000);
};

type Answer = Pick<ClockView, 'provisional' | 'certainty' | 'basis' | 'derivation'> & {
  due: LocalDate | null;
  paused: boolean;
};

/** Shanghai time with its zone, as clocks in hours want it. */
const shanghai = (at: number) => `${new Date(at + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;

const askLaw = (reading: ClockReading, law: { procedure: string; clock: string }) =>
  due({
    ...law,
    from: reading.rule.hours ? shanghai(reading.startedAt) : reading.startedOn,
    events: reading.events,
    ...(reading.receivedOn === undefined ? {} : { trigger: reading.receivedOn }),
  });

const askHouse = (reading: ClockReading, id: string) =>
  countDays(nationalCalendar, { from: reading.startedOn, ...HOUSE_PERIODS[id]! });

/** Only the day, for reckoning many clocks anew: what `reckonClock` answers, without its words. */
export function reckonDue({ rule, ...rest }: ClockReading): { due: LocalDate | null; provisional: boolean } {
  const reading = { rule, ...rest };
  if (rule.law) {
    const answer = askLaw(reading, rule.law);
    return { due: answer.due?.slice(0, 10) ?? null, provisional: answer.provisional };
  }
  if (rule.house === undefined) return { due: reading.setFor ?? null, provisional: false };
  const answer = askHouse(reading, rule.house);
  return { due: answer.due, provisional: answer.provisional };
}

function byLaw(reading: ClockReading, law: { procedure: string; clock: string }): Answer {
  const answer = askLaw(reading, law);
  const zh = printDerivation(answer.derivation, 'zh');
  const en = printDerivation(answer.derivation, 'en');
  return {
    due: answer.due?.slice(0, 10) ?? null,
    paused: answer.paused === true,
    provisional: answer.provisional,
    certainty: answer.certainty ?? 'NV',
    basis: cite(answer.basis),
    derivation: zh.map((line, i) => ({ zh: line, en: en[i] ?? line })),
  };
}

function byHouse(reading: ClockReading, id: string): Answer {
  const period = HOUSE_PERIODS[id]!;
  const answer = askHouse(reading, id);
  const zh = printDerivation(answer.derivation, 'zh');
  const en = printDerivation(answer.derivation, 'en');
  return {
    due: answer.due,
    paused: false,
    provisional: answer.provisional,
    certainty: 'house',
    basis: [],
    derivation: [period.why, ...zh.map((line, i) => ({ zh: line, en: en[i] ?? line }))],
  };
}

const byHand = (reading: ClockReading): Answer => ({
  due: reading.setFor ?? null,
  paused: false,
  provisional: false,
  certainty: 'house',
  basis: [],
  derivation: [
    {
      zh: `文书中写明的期限：${reading.setFor ?? '没有写'}`,
      en: `The day that the paper sets: ${reading.setFor ?? 'none'}`,
    },
  ],
});

/**
 * What law (or, where it names no length, the house or the paper) says of a clock of a file, as of `now` (ms). `due` is
 * null where no such clock was in force or law names no length; the derivation says which.
 */
export function reckonClock(reading: ClockReading, now: number): ClockView {
  const { rule } = reading;
  const { paused, ...answer } = rule.law
    ? byLaw(reading, rule.law)
    : rule.house !== undefined
      ? byHouse(reading, rule.house)
      : byHand(reading);
  const end = reading.metOn === null ? now : startOfLegalDay(reading.metOn);
  const lapsed = answer.due !== null && end >= startOfLegalDay(answer.due) + DAY_MS;
  return {
    id: rule.id,
    title: rule.title,
    startedOn: reading.startedOn,
    state: reading.metOn !== null ? 'met' : paused ? 'paused' : lapsed ? 'lapsed' : 'running',
    used: answer.due === null ? null : share(reading.startedOn, answer.due, end),
    ...answer,
  };
}
