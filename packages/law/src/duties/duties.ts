// SPDX-License-Identifier: Apache-2.0
import type { Row } from '../citations/rows.ts';
import type { Text } from '../model.ts';
import live from './data/live.json' with { type: 'json' };
import older from './data/older.json' with { type: 'json' };
import operator from './data/operator.json' with { type: 'json' };
import others from './data/others.json' with { type: 'json' };
import platform from './data/platform.json' with { type: 'json' };
import selfBuilt from './data/self-built.json' with { type: 'json' };

/** How a duty can be checked: page, submission, response, file, timeline. */
export type DutyCheck = 'P' | 'S' | 'R' | 'F' | 'T';

/** A duty of §4 with the penalty of its breach (yuan). */
export interface Duty extends Row {
  id: string;
  who: Text;
  title: Text;
  what: Text;
  /** When, or how often. */
  period?: Text;
  /** How long to keep. */
  keep?: Text;
  penalty: Text;
  penaltyBasis: string[];
  checks: DutyCheck[];
  checkText: string;
  /** First day of the duty, where later than its texts say. */
  from?: string;
  group: 'platform' | 'operator' | 'self-built' | 'live' | 'others';
}

/** A duty under the texts of 2010 and 2014: shown as history, never computed with. */
export interface OlderDuty {
  id: string;
  duty: Text;
  /** Articles of O49 (2010-07-01 → 2014-03-14) and of O60 (2014-03-15 → 2021-04-30). */
  O49: string | null;
  O60: string | null;
  certaintyText: string;
}

const withGroup = (rows: unknown, group: Duty['group']): Duty[] =>
  (rows as Omit<Duty, 'group'>[]).map((row) => ({ ...row, group }));

/** §4.1–§4.5, in order. */
export const duties: readonly Duty[] = [
  ...withGroup(platform, 'platform'),
  ...withGroup(operator, 'operator'),
  ...withGroup(selfBuilt, 'self-built'),
  ...withGroup(live, 'live'),
  ...withGroup(others, 'others'),
];

/** §4.6. */
export const olderDuties: readonly OlderDuty[] = older as OlderDuty[];

const byId = new Map(duties.map((duty) => [duty.id, duty]));
export const findDuty = (id: string): Duty | undefined => byId.get(id);
