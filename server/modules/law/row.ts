// SPDX-License-Identifier: Apache-2.0
import type { LawRow } from '@yiwang/contracts';
import type { Text } from '@yiwang/law';
import { cite } from './cite.ts';

interface Source {
  id: string;
  title: Text;
  basis?: readonly string[];
  certainty?: string | null;
  from?: string | null | undefined;
  to?: string | null | undefined;
  lines?: readonly (readonly [Text, Text | undefined | null])[];
}

/** A row of the law data in the one shape that the page lists; lines without a value are left out. */
export function rowOf(source: Source, on: string): LawRow {
  return {
    id: source.id,
    title: source.title,
    lines: (source.lines ?? []).flatMap(([name, value]) =>
      value && (value.zh !== '' || value.en !== '') ? [{ name, value }] : [],
    ),
    citations: (source.basis ?? []).map((citation) => cite(citation.trim(), on)),
    certainty: source.certainty ?? null,
    from: source.from ?? null,
    to: source.to ?? null,
  };
}
