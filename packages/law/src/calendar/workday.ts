// SPDX-License-Identifier: Apache-2.0
import { parseDay } from '../day.ts';
import type { Calendar, WorkdayAnswer } from './calendar.ts';
import { nationalCalendar } from './national.ts';

/** Whether a day works, with the holiday's name and the notice; `working` null where no notice for its year is known. */
export const isWorkday = (date: string, calendar: Calendar = nationalCalendar): WorkdayAnswer =>
  calendar.describe(parseDay(date));
