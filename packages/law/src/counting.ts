// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import type { Calendar } from './calendar/calendar.ts';
import { type CompiledBasis, readCitation } from './clocks/compile.ts';
import type { Unit } from './clocks/model.ts';
import { addMonths, type DayNumber, formatDay, parseDay } from './day.ts';
import { findInstrument, windowOf } from './instruments/instruments.ts';
import type { Certainty, DerivationStep, Text } from './model.ts';

/** A counting rule of the source's §2.1. */
export interface CountingRule {
  id: string;
  text: Text;
  basis: readonly string[];
  certainty: Certainty;
}

const rule = (
  id: string,
  zh: string,
  en: string,
  certainty: Certainty,
  ...basis: string[]
): CountingRule => ({
  id,
  text: { zh, en },
  basis,
  certainty,
});

/** §2.1: how periods are counted. */
export const countingRules: readonly CountingRule[] = [
  rule(
    'count.start',
    '开始的时或者日不计算在内，自次日（工作日期限为次一工作日）起算',
    'the day or hour of the trigger is not counted; day 1 is the next day (for working days the next working day)',
    'A',
    'PROC 80',
    'O121 45',
    'CIV 201',
    'RET7 10',
  ),
  rule(
    'count.wd',
    '工作日按国务院办公厅放假安排确定，含调休上班日',
    'a working day is one the State Council calendar leaves as work, make-up Saturdays and Sundays included',
    'D',
  ),
  rule('count.d', '自然日连续计算，含周末和节假日', 'calendar days run through weekends and holidays', 'A'),
  rule(
    'count.roll',
    '期限最后一日为法定节假日的，以节假日结束后的第一日为届满日',
    'a period whose last day is a statutory holiday ends on the first day after it',
    'A',
    'PROC 80',
    'O121 45',
    'CIV 203',
  ),
  rule(
    'count.roll.weekend',
    '顺延时周末视同节假日，调休上班的周末不顺延（设置项 rollWeekend）；未顺延日另列',
    'for the roll ordinary weekends count as holidays, make-up working days do not (setting rollWeekend); the unrolled date is always shown',
    'D',
    'APL21 85',
    'AEL 69',
  ),
  rule(
    'count.mo-y',
    '按月、年计算的，届满于对应日；没有对应日的，为月末日',
    'months and years end on the same-numbered day, or on the last day of the month',
    'A',
    'CIV 202',
  ),
  rule(
    'count.end',
    '期限届满于最后一日二十四时；有营业时间的，为停止业务活动时',
    'ends at 24:00 of the last day, or at close of business',
    'A',
    'CIV 203',
  ),
  rule('count.travel', '期间不包括在途时间', 'time in transit is not counted', 'A', 'PROC 80'),
  rule(
    'count.ext',
    '延长自未顺延的届满日接续，最后只顺延一次',
    'an extension adds to the unrolled end, then one roll',
    'D',
  ),
  rule(
    'count.pause',
    '不计入的期间自该事项开始次日至结束日，加到期限上；工作日期限只加其中的工作日',
    'excluded time runs from the day after its start to its end and is added to the length; for working-day clocks only its working days',
    'D',
    'PROC 18',
    'PROC 38',
    'PROC 64',
    'O121 22',
  ),
  rule(
    'count.small',
    '行政处罚法“二日、三日、五日、七日”、行政强制法十日以内、行政复议法“三日、五日、七日、十日”为工作日',
    '2, 3, 5, 7 days in the Penalty Law, periods up to 10 days in the Coercion Law, and 3, 5, 7, 10 days in the Review Law are working days',
    'A',
    'APL21 85',
    'AEL 69',
    'ARL 88',
  ),
  rule(
    'count.small.not',
    '国务院令第310号的“3日”和二十四小时无此规定，按自然日，不顺延',
    'the 3 days and the 24 hours of Order 310 have no such clause: calendar days, no roll',
    'D',
    'CRIM ',
  ),
  rule(
    'count.safe',
    '届满即失效的权力和保护、最短保存期、追责时效：按未顺延日提醒',
    'powers and protections that lapse, minimum keeping periods and limitation: warn on the unrolled date',
    'D',
  ),
  rule(
    'count.incl',
    '“以上”“以下”“内”包括本数',
    '"at least", "at most", "within" include the number itself',
    'A',
    'PROC 84',
  ),
  rule('count.hour', '按小时计算的，自下一小时起算', 'hours start with the next hour', 'A', 'PROC 80'),
];

const rulesById = new Map(countingRules.map((one) => [one.id, one]));
const cited = new Map<string, CompiledBasis[]>(
  countingRules.map((one) => [
    one.id,
    one.basis.map((text) => {
      const basis = readCitation(text, one.certainty);
      const { from, to } = windowOf(findInstrument(basis.instrument)!);
      return { basis, from, to };
    }),
  ]),
);

/** Finds a counting rule by id. */
export const findCountingRule = (id: string): CountingRule | undefined => rulesById.get(id);

/**
 * A derivation step by a counting rule. It cites the rule's text that belongs to the clock's own (`texts`), else the
 * general one of the Civil Code, where in force on the day; else none.
 */
export function countingStep(
  id: string,
  on: DayNumber,
  values: Record<string, string | number | boolean>,
  texts: readonly string[] = [],
): DerivationStep {
  let general: CompiledBasis | undefined;
  for (const one of cited.get(id) ?? []) {
    if (on < one.from || on > one.to) continue;
    const { instrument, article } = one.basis;
    if (texts.includes(instrument)) return { rule: id, instrument, article, ...values };
    if (instrument === 'CIV') general = one;
  }
  return general
    ? { rule: id, instrument: general.basis.instrument, article: general.basis.article, ...values }
    : { rule: id, ...values };
}

/** The unrolled end of a period; negative amounts count back. Hours are not days: see `clocks/hours.ts`. */
export function unrolledEnd(calendar: Calendar, from: DayNumber, amount: number, unit: Unit): DayNumber {
  switch (unit) {
    case 'wd':
      return calendar.addWorkdays(from, amount);
    case 'd':
      return from + amount;
    case 'mo':
      return addMonths(from, amount);
    case 'y':
      return addMonths(from, amount * 12);
    case 'h':
      return from + Math.ceil(amount / 24);
  }
}

export interface CountAnswer {
  due: string;
  raw: string;
  /** The answer leans on a day whose calendar is not published. */
  provisional: boolean;
  derivation: DerivationStep[];
}

/**
 * Counts a plain period: the first day is not counted, and an end on a day off moves on to the next working day.
 * Negative amounts count back from the day and are not moved.
 */
export function countDays(
  calendar: Calendar,
  query: { from: string; amount: number; unit: string },
): CountAnswer {
  const from = parseDay(query.from, 'from');
  const { amount, unit } = query;
  if (!Number.isInteger(amount) || Math.abs(amount) > 20_000)
    throw invalid('law.amount', `not a whole number of at most 20000: ${JSON.stringify(amount)}`, {
      faults: [{ field: 'amount', reason: 'not a whole number' }],
    });
  if (unit !== 'wd' && unit !== 'd' && unit !== 'mo' && unit !== 'y')
    throw invalid('law.unit', `not one of wd, d, mo, y: ${JSON.stringify(unit)}`, {
      faults: [{ field: 'unit', reason: 'not one of wd, d, mo, y' }],
    });
  const raw = unrolledEnd(calendar, from, amount, unit);
  const due = amount < 0 || unit === 'wd' ? raw : calendar.roll(raw);
  const derivation: DerivationStep[] = [
    countingStep('count.start', from, { from: query.from }),
    countingStep(unit === 'wd' ? 'count.wd' : unit === 'd' ? 'count.d' : 'count.mo-y', from, {
      amount,
      unit,
      raw: formatDay(raw),
      ...(unit === 'wd' ? { calendar: calendar.version } : {}),
    }),
  ];
  if (due !== raw) derivation.push(rollStep(calendar, from, raw, due));
  const provisional = !(unit === 'wd'
    ? calendar.allKnown(Math.min(from + 1, raw), Math.max(raw, from - 1))
    : amount < 0 || calendar.allKnown(raw, due));
  if (provisional) derivation.push({ rule: 'calendar.unknown', calendar: calendar.version });
  return { due: formatDay(due), raw: formatDay(raw), provisional, derivation };
}

/** The step that moves an end off a day off, by the holiday or by the weekend reading. */
export function rollStep(
  calendar: Calendar,
  on: DayNumber,
  raw: DayNumber,
  due: DayNumber,
  texts: readonly string[] = [],
): DerivationStep {
  const name = calendar.describe(raw).name;
  return countingStep(
    name ? 'count.roll' : 'count.roll.weekend',
    on,
    {
      raw: formatDay(raw),
      due: formatDay(due),
      ...(name ? { holiday: name } : {}),
      calendar: calendar.version,
    },
    texts,
  );
}
