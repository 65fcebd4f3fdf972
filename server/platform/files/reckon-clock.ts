// SPDX-License-Identifier: Apache-2.0
import type { ClockView } from '@yiwang/contracts';
import { type LocalDate, startOfLegalDay } from '@yiwang/kernel';
import { due, printDerivation } from '@yiwang/law';
import type { ClockReading } from '@yiwang/procedures';
import { cite } from './cite.ts';

const DAY_MS = 86_400_000;

const share = (from: LocalDate, to: LocalDate, now: number): number => {
  const [start, end] = [startOfLegalDay(from), startOfLegalDay(to) + DAY_MS];
  return Math.max(0, Math.round(((now - start) / (end - start)) * 1000) / 1000);
};

/**
 * What law says of a clock of a file, as of `now` (ms). `due` is null where no such clock was in force or law names no
 * length; the derivation says which.
 */
export function reckonClock(reading: ClockReading, now: number): ClockView {
  const answer = due({
    procedure: reading.rule.law.procedure,
    clock: reading.rule.law.clock,
    from: reading.startedOn,
    events: reading.events,
    ...(reading.receivedOn === undefined ? {} : { trigger: reading.receivedOn }),
  });
  const end = reading.metOn === null ? now : startOfLegalDay(reading.metOn);
  const lapsed = answer.due !== null && end >= startOfLegalDay(answer.due) + DAY_MS;
  const zh = printDerivation(answer.derivation, 'zh');
  const en = printDerivation(answer.derivation, 'en');
  return {
    id: reading.rule.id,
    title: reading.rule.title,
    startedOn: reading.startedOn,
    due: answer.due,
    state: reading.metOn !== null ? 'met' : answer.paused ? 'paused' : lapsed ? 'lapsed' : 'running',
    used: answer.due === null ? null : share(reading.startedOn, answer.due, end),
    provisional: answer.provisional,
    certainty: answer.certainty ?? 'NV',
    basis: cite(answer.basis),
    derivation: zh.map((line, i) => ({ zh: line, en: en[i] ?? line })),
  };
}
