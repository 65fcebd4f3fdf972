// SPDX-License-Identifier: Apache-2.0
import { type TruthRow, truthOn } from '@yiwang/market';

/** The labels that the first patrols answer for (issue 2). */
export const SIX: ReadonlySet<string> = new Set([
  'prohibited/tobacco',
  'counterfeit',
  'prohibited/blades',
  'advertising/absolute',
  'advertising/medical-claim',
  'price/fictitious-discount',
]);

/** A label that a patrol gave, and to which page. */
export interface Given {
  /** Address of the page, absolute. */
  url: string;
  label: string;
  severity: 'info' | 'slight' | 'serious' | 'major';
  text: string;
}

export interface Comparison {
  planted: number;
  /** Planted plainly, and not found. */
  missed: string[];
  /** Lawful with suspicious words, and judged above slight. */
  wronged: string[];
}

const pathOf = (url: string): string => {
  const { pathname, search } = new URL(url);
  return pathname + search;
};

/** Holds what a patrol found against what is planted on that day; `only` narrows it to some pages. */
export function compareWithTruth(
  day: number,
  given: readonly Given[],
  only: (row: TruthRow) => boolean = () => true,
): Comparison {
  const byPath = Map.groupBy(given, ({ url }) => pathOf(url));
  const rows = truthOn(day).filter((row) => row.kind === 'listing' && only(row));
  const result: Comparison = { planted: 0, missed: [], wronged: [] };
  for (const row of rows) {
    const here = byPath.get(row.path) ?? [];
    for (const label of row.labels) {
      if (!SIX.has(label) || row.evasion !== 'none') continue;
      result.planted++;
      if (!here.some((one) => one.label === label)) result.missed.push(`${row.path} ${label} (${row.note})`);
    }
    if (!row.hard) continue;
    for (const one of here)
      if (one.severity === 'serious' || one.severity === 'major')
        result.wronged.push(`${row.path} ${one.label} ${one.severity} “${one.text}” (${row.note})`);
  }
  return result;
}
