// SPDX-License-Identifier: Apache-2.0
import type { Row } from '../citations/rows.ts';
import type { Text } from '../model.ts';
import rules from './data/general-rules.json' with { type: 'json' };
import points from './data/open-points.json' with { type: 'json' };

/** Something not known for sure (§11), with the neutral default that is used until an office decides. */
export interface OpenPoint {
  id: string;
  point: Text;
  why: string;
  default: Text;
}

/** A rule above all tables (§0). */
export interface GeneralRule extends Row {
  id: string;
  text: Text;
}

export const openPoints: readonly OpenPoint[] = points as OpenPoint[];
export const generalRules: readonly GeneralRule[] = rules as GeneralRule[];
