// SPDX-License-Identifier: Apache-2.0
import type { Bilingual } from './machine.ts';

/** A period that no law names: the house's own, shown as such, for an office to change in its settings. */
export interface HousePeriod {
  amount: number;
  unit: 'wd' | 'd';
  why: Bilingual;
}

const own: Bilingual = {
  zh: '法律没有规定天数，这是本系统的默认期限',
  en: 'no law names a length; this is the default of this house',
};

/** Source: domain.md §7 (L1, L3, L4, A2, department transfers), each marked there as ours. */
export const HOUSE_PERIODS: Readonly<Record<string, HousePeriod>> = {
  'lead.sign': { amount: 2, unit: 'wd', why: own },
  'transfer.sign': { amount: 2, unit: 'wd', why: own },
  'answer.recheck': { amount: 7, unit: 'd', why: own },
  'department.acknowledge': { amount: 5, unit: 'wd', why: own },
};
