// SPDX-License-Identifier: Apache-2.0

const DIGITS = new Map([...'零〇一二三四五六七八九'].map((c, i) => [c, Math.max(0, i - 1)]));
for (const [c, v] of Object.entries({
  两: 2,
  兩: 2,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
}))
  DIGITS.set(c, v);
const UNITS = new Map(Object.entries({ 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }));
const GROUPS = new Map(Object.entries({ 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }));

export const CHINESE_NUMERAL = '[零〇一二三四五六七八九两兩壹贰貳叁參肆伍陆陸柒捌玖十拾百佰千仟万萬亿億]+';

/** 三十九 → 39, 一百二 → 120, 九点九 → 9.9, 一二三 → 123; null for what is no numeral. */
export function parseChineseNumeral(text: string): number | null {
  const [whole = '', part] = text.split(/[点點]/);
  let total = 0;
  let group = 0;
  let digits = '';
  let lastUnit = 1;
  for (const c of whole) {
    const digit = DIGITS.get(c);
    const unit = UNITS.get(c);
    const big = GROUPS.get(c);
    if (digit !== undefined) digits += digit;
    else if (unit !== undefined) {
      group += (digits === '' ? 1 : Number(digits)) * unit;
      digits = '';
      lastUnit = unit;
    } else if (big !== undefined) {
      total += (group + Number(digits || 0) || 1) * big;
      group = 0;
      digits = '';
      lastUnit = big;
    } else return null;
  }
  // 一百二 is 120, 一万五 is 15,000: a lone last digit stands one unit lower – unless 零 comes before it.
  const elliptic = lastUnit > 10 && digits.length === 1 && !/[零〇]/.test(whole.slice(-2, -1));
  const value = total + group + Number(digits || 0) * (elliptic ? lastUnit / 10 : 1);
  if (part === undefined) return whole === '' ? null : value;
  const decimals = [...part].map((c) => DIGITS.get(c));
  return decimals.includes(undefined) ? null : Number(`${value}.${decimals.join('')}`);
}
