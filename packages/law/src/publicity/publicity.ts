// SPDX-License-Identifier: Apache-2.0
import type { Row } from '../citations/rows.ts';
import type { Text } from '../model.ts';
import rows from './data/publicity.json' with { type: 'json' };

/** A fact of §8 about the publicity of penalties and credit. */
export interface PublicityFact extends Row {
  id: string;
  fact: Text;
  value: Text;
}

export const publicityFacts: readonly PublicityFact[] = rows as PublicityFact[];
