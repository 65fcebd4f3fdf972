// SPDX-License-Identifier: Apache-2.0
import { findClock } from './clocks/compile.ts';
import { findCountingRule } from './counting.ts';
import { findInstrument } from './instruments/instruments.ts';
import { venuePrinters } from './jurisdiction/print.ts';
import type { DerivationStep, Text } from './model.ts';

export type Language = 'zh' | 'en';

const UNITS: Record<string, Text> = {
  wd: { zh: '个工作日', en: 'working days' },
  d: { zh: '日', en: 'days' },
  h: { zh: '小时', en: 'hours' },
  mo: { zh: '个月', en: 'months' },
  y: { zh: '年', en: 'years' },
};

const EVENTS: Record<string, Text> = {
  extend: { zh: '延长', en: 'extension' },
  interrupt: { zh: '重新起算', en: 'new start' },
  'pause:test': { zh: '检测、检验、检疫、鉴定', en: 'testing or appraisal' },
  'pause:recusal': { zh: '回避申请', en: 'recusal request' },
  'pause:suspend': { zh: '中止调查', en: 'suspension' },
  'pause:hearing': { zh: '听证', en: 'hearing' },
  'pause:notice': { zh: '公告', en: 'public notice' },
  'pause:identify': { zh: '权利人辨认', en: 'rights-holder recognition' },
  'pause:refund': { zh: '责令退款', en: 'refund order' },
  'pause:force-majeure': { zh: '不可抗力', en: 'force majeure' },
};

const event = (step: DerivationStep, lang: Language) =>
  EVENTS[String(step['event'])]?.[lang] ?? String(step['event']);
const unit = (step: DerivationStep, lang: Language) => UNITS[String(step['unit'])]?.[lang] ?? '';
const length = (step: DerivationStep, lang: Language, key = 'amount') =>
  lang === 'zh' ? `${step[key]}${unit(step, 'zh')}` : `${step[key]} ${unit(step, 'en')}`;
const on = (step: DerivationStep, lang: Language) =>
  step['date'] === undefined ? '' : lang === 'zh' ? `（${step['date']}）` : ` on ${step['date']}`;

type Printer = (step: DerivationStep, lang: Language) => string;

const counted: Printer = (s, lang) => {
  const back = Number(s['amount']) < 0;
  const amount = Math.abs(Number(s['amount']));
  const size = lang === 'zh' ? `${amount}${unit(s, 'zh')}` : `${amount} ${unit(s, 'en')}`;
  const more =
    s['excluded'] === undefined
      ? ''
      : lang === 'zh'
        ? `，另加不计入的${s['excluded']}${s['unit'] === 'wd' ? '个工作日' : '日'}`
        : ` plus ${s['excluded']} ${s['unit'] === 'wd' ? 'working days' : 'days'} left out`;
  const cal = s['calendar']
    ? lang === 'zh'
      ? `（日历 ${s['calendar']}）`
      : ` (calendar ${s['calendar']})`
    : '';
  return lang === 'zh'
    ? `${back ? '倒推' : '计'}${size}${more}，至${s['raw']}${cal}`
    : `${size}${back ? ' back' : ''}${more}: ${s['raw']}${cal}`;
};

const PRINTERS: Record<string, Printer> = {
  ...venuePrinters,
  'clock.select': (s, lang) => {
    const spec = findClock(String(s['clock']))?.spec;
    const trigger = spec ? spec.trigger[lang] : '';
    const name = s['version'] ? `${s['clock']} (${s['version']})` : String(s['clock']);
    const size = s['length'] === undefined ? '' : length(s, lang, 'length');
    return lang === 'zh'
      ? `${name}：${s['on']}有效的规定${size ? `为${size}` : ''}，自“${trigger}”起算`
      : `${name}: the rule in force on ${s['on']}${size ? ` gives ${size}` : ''}, from “${trigger}”`;
  },
  'clock.none': (s, lang) =>
    lang === 'zh'
      ? `${s['clock']}：${s['on']}没有有效的此类期限`
      : `${s['clock']}: no such clock is in force on ${s['on']}`,
  'clock.no-length': (_, lang) => (lang === 'zh' ? '规定没有写明期限长度' : 'the text names no length'),
  'clock.earlier': (s, lang) =>
    lang === 'zh'
      ? `${s['count']}个期限同时适用，以较早的${s['due']}为准`
      : `${s['count']} limits run at once; the earlier, ${s['due']}, binds`,
  'count.start': (s, lang) =>
    lang === 'zh' ? `起算日${s['from']}当日不计` : `the first day, ${s['from']}, is not counted`,
  'count.wd': counted,
  'count.d': counted,
  'count.mo-y': counted,
  'count.hour': (s, lang) =>
    lang === 'zh'
      ? `自${s['from']}的下一小时起${s['amount']}小时，至${s['raw']}`
      : `${s['amount']} hours from the hour after ${s['from']}: ${s['raw']}`,
  'count.window': (s, lang) => (lang === 'zh' ? `窗口截止${s['raw']}` : `the window ends on ${s['raw']}`),
  'count.no-roll': (_, lang) => (lang === 'zh' ? '届满日不顺延' : 'the end is not moved'),
  'count.roll': (s, lang) =>
    lang === 'zh'
      ? `${s['raw']}为${s['holiday'] ?? ''}休息日，顺延至${s['due']}`
      : `${s['raw']} is a day off (${s['holiday'] ?? ''}): moved to ${s['due']}`,
  'count.roll.weekend': (s, lang) =>
    lang === 'zh'
      ? `${s['raw']}为周末，按设置视同节假日，顺延至${s['due']}；稳妥日期为${s['raw']}`
      : `${s['raw']} is a weekend day, read as a holiday (setting): moved to ${s['due']}; the safe date is ${s['raw']}`,
  'count.ext': (s, lang) =>
    lang === 'zh'
      ? `延长${length(s, lang, 'more')}${on(s, lang)}，合计${length(s, lang)}`
      : `extended by ${length(s, lang, 'more')}${on(s, lang)}, ${length(s, lang)} in all`,
  'count.pause': (s, lang) =>
    lang === 'zh'
      ? `${event(s, lang)}（${s['from']}至${s['to']}）不计入${length(s, lang, 'days')}`
      : `${event(s, lang)} from ${s['from']} to ${s['to']}: ${length(s, lang, 'days')} not counted`,
  'count.safe': (s, lang) =>
    lang === 'zh'
      ? `届满即失效，提醒以未顺延的${s['raw']}为准`
      : `warnings go by the unrolled date, ${s['raw']}`,
  'event.interrupt': (s, lang) =>
    lang === 'zh'
      ? `${s['date']}收到新的举报，期限重新起算`
      : `a new report on ${s['date']} starts the period again`,
  'event.extend': (s, lang) =>
    lang === 'zh'
      ? `延长${on(s, lang)}，确定至${s['until']}`
      : `extended${on(s, lang)}, fixed until ${s['until']}`,
  'event.open': (s, lang) =>
    lang === 'zh'
      ? `${event(s, lang)}自${s['from']}起尚未结束，届满日随之后移`
      : `${event(s, lang)} since ${s['from']} is still open: the end moves on with it`,
  'event.ignored': (s, lang) =>
    lang === 'zh'
      ? `${event(s, lang)}${on(s, lang)}对此期限没有依据，不计`
      : `${event(s, lang)}${on(s, lang)} has no ground in this clock and is not counted`,
  'calendar.unknown': (s, lang) =>
    lang === 'zh'
      ? `涉及尚未发布放假安排的日期，结果为暂定（日历 ${s['calendar']}）`
      : `leans on days whose calendar is not published: provisional (calendar ${s['calendar']})`,
};

/** A cited place in words: title and article. */
export function printCitation(instrument: string, article: string, lang: Language): string {
  const found = findInstrument(instrument);
  const title = found ? (lang === 'zh' ? `《${found.title.zh}》` : found.title.en) : instrument;
  const known = /^\d/.test(article);
  if (lang === 'zh')
    return known ? `${title}第${article}条`.replace(/第(\d+)((?:\(\d+\))+)条/, '第$1条$2') : title;
  return known ? `${title} art ${article}` : title;
}

/** A derivation in words, one line a step. */
export function printDerivation(
  derivation: readonly DerivationStep[] | { derivation: readonly DerivationStep[] },
  lang: Language,
): string[] {
  const steps = 'derivation' in derivation ? derivation.derivation : derivation;
  return steps.map((step) => {
    const text = PRINTERS[step.rule]?.(step, lang) ?? findCountingRule(step.rule)?.text[lang] ?? step.rule;
    const cited = step.instrument ? printCitation(step.instrument, step.article ?? '', lang) : '';
    return cited ? (lang === 'zh' ? `${text}（${cited}）` : `${text} (${cited})`) : text;
  });
}
