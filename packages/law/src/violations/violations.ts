// SPDX-License-Identifier: Apache-2.0
import type { Row } from '../citations/rows.ts';
import type { Text } from '../model.ts';
import conduct from './data/conduct.json' with { type: 'json' };
import departmentRows from './data/departments.json' with { type: 'json' };
import general from './data/general.json' with { type: 'json' };
import older from './data/older.json' with { type: 'json' };
import prohibited from './data/prohibited.json' with { type: 'json' };

/** A violation of §5: the label of the screening rules with its law. */
export interface Violation extends Row {
  code: string;
  title: Text;
  /** Administrative penalty in words; amounts in yuan. */
  penalty: Text;
  penaltyBasis: string[];
  punishes: Text;
  /** Codes of departments to which such matters usually go. */
  transfer: string[];
  /** Articles of the Criminal Law. */
  crime: string[];
  /** What to look for, and what is lawful in spite of its looks. */
  detector: Text;
}

/** A rule that runs beside the rows (§5, opening and notes). */
export interface GeneralViolationRule extends Row {
  id: string;
  text: Text;
}

/** Substance before the rows: from memory, shown as history, never computed with (§5.3). */
export interface OlderViolation {
  id: string;
  group: Text;
  text: string;
  scale: Text;
  certainty: 'M';
}

/** A department for transfer (§5.4). */
export interface Department {
  code: string;
  name: Text;
  sends: Text;
  channel?: Text;
}

export const violations: readonly Violation[] = [...(prohibited as Violation[]), ...(conduct as Violation[])];
export const generalViolationRules: readonly GeneralViolationRule[] = general as GeneralViolationRule[];
export const olderViolations: readonly OlderViolation[] = older as OlderViolation[];
export const departments: readonly Department[] = departmentRows as Department[];

const byCode = new Map(violations.map((one) => [one.code, one]));
export const findViolation = (code: string): Violation | undefined => byCode.get(code);
