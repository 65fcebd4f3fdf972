// SPDX-License-Identifier: Apache-2.0
import { Calendar, type YearNotice } from './calendar.ts';
import holidays from './data/holidays.json' with { type: 'json' };

/**
 * The State Council's yearly notices (国务院办公厅关于…年部分节假日安排的通知) 2007–2026 with the changes made within
 * 2015, 2019 and 2020. Taken from NateScarlet/holiday-cn (MIT), and equal to chinese-days on every day.
 * 2027 is not issued: dates that reach into it are provisional.
 * The version's name is plain ASCII on purpose: it is in every derivation, and one wide character makes each such line
 * of a batch twice as dear.
 */
export const nationalCalendar: Calendar = new Calendar('CN 2007-2026', holidays as unknown as YearNotice[]);
