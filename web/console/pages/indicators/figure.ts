// SPDX-License-Identifier: Apache-2.0
import type { IndicatorValue } from '@yiwang/contracts';
import type { Text } from '../../app/use-text.ts';
import { count } from '../../parts/money.ts';

/** A figure in words: a rate as per cent, money in yuan, and what to say where there is none. */
export function figure(one: IndicatorValue, { t, locale }: Text): string {
  if (one.numerator === null) return t('indicators.missing');
  if (one.unit === 'rate')
    return one.value === null
      ? t('indicators.noWhole')
      : `${(one.value * 100).toFixed(2).replace(/\.?0+$/, '')}%`;
  return one.unit === 'yuan' ? `¥${count(one.numerator, locale)}` : count(one.numerator, locale);
}

export const parts = (one: IndicatorValue, { t, locale }: Text): string | null =>
  one.denominator === null || one.numerator === null
    ? null
    : t('indicators.parts', {
        numerator: count(one.numerator, locale),
        denominator: count(one.denominator, locale),
      });
