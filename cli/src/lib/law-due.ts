// SPDX-License-Identifier: Apache-2.0

import { invalid } from '@yiwang/kernel';
import {
  type ClockEvent,
  countDays,
  type DueAnswer,
  type DueQuery,
  due,
  isWorkday,
  nationalCalendar,
  printDerivation,
  warningsOf,
} from '@yiwang/law/dates';

const text = (value: unknown, field: string): string => {
  if (typeof value === 'string' && value !== '') return value;
  throw invalid('law.query', `${field} is missing or not a text`, {
    faults: [{ field, reason: 'missing or not a text' }],
  });
};
const optional = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null;

/** Makes a query of a row; unknown fields are ignored, null equals absent. */
export function readDueQuery(row: Record<string, unknown>): DueQuery {
  const events = row['events'] ?? null;
  if (events !== null && !Array.isArray(events))
    throw invalid('law.query', 'events is not a list', {
      faults: [{ field: 'events', reason: 'not a list' }],
    });
  return {
    procedure: text(row['procedure'], 'procedure'),
    clock: text(row['clock'], 'clock'),
    from: text(row['from'], 'from'),
    trigger: optional(row['trigger']),
    events: events as ClockEvent[] | null,
    region: optional(row['region']),
    matter: optional(row['matter']),
  };
}

export const answerDue = (row: Record<string, unknown>): DueAnswer => due(readDueQuery(row));

export const answerCount = (row: Record<string, unknown>) =>
  countDays(nationalCalendar, {
    from: text(row['from'], 'from'),
    amount: row['amount'] as number,
    unit: text(row['unit'], 'unit'),
  });

/** A row is `{"date"}`, a JSON string, or a bare day. */
export function answerWorkday(line: string) {
  if (line.startsWith('{')) return isWorkday(text((JSON.parse(line) as { date?: unknown }).date, 'date'));
  return isWorkday(line.startsWith('"') ? (JSON.parse(line) as string) : line);
}

/** A limit in words, for people. */
export function printDue(answer: DueAnswer, from: string): string {
  const lines: string[] = [];
  const name = answer.version ? `${answer.clock} (${answer.version})` : answer.clock;
  if (answer.due === null) lines.push(`${name}: no date`);
  else {
    lines.push(`${name}: due ${answer.due}${answer.provisional ? ' (provisional)' : ''}`);
    if (answer.raw !== answer.due) lines.push(`  before rolling: ${answer.raw}`);
    if (answer.cautious) lines.push(`  cautious: ${answer.cautious}`);
    const warnings = warningsOf(answer, from).map((one) => `${one.mark} % ${one.date}`);
    if (warnings.length) lines.push(`  warnings: ${warnings.join(', ')}`);
  }
  if (answer.certainty) lines.push(`  certainty: ${answer.certainty}`);
  for (const one of answer.also)
    lines.push(`  also: ${one.clock}${one.version ? ` (${one.version})` : ''} due ${one.due}`);
  for (const lang of ['zh', 'en'] as const)
    lines.push('', ...printDerivation(answer, lang).map((line) => `  ${line}`));
  return lines.join('\n');
}
