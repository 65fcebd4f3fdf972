// SPDX-License-Identifier: Apache-2.0
import { type DayNumber, formatDay, parseDay } from '../day.ts';
import { findInstrument, windowOf } from '../instruments/instruments.ts';
import type { Basis, Certainty } from '../model.ts';
import { clocks } from './all.ts';
import type { ClockRow, ClockSpec } from './model.ts';

/** A citation with the days on which its instrument is in force. */
export interface CompiledBasis {
  basis: Basis;
  from: DayNumber;
  to: DayNumber;
}

export interface CompiledRow {
  row: ClockRow;
  from: DayNumber;
  to: DayNumber;
  bindsTo: DayNumber;
  bases: readonly CompiledBasis[];
  /** Tags of the texts it rests on. */
  texts: readonly string[];
  variantBases: readonly (readonly CompiledBasis[] | undefined)[];
}

export interface CompiledClock {
  spec: ClockSpec;
  rows: readonly CompiledRow[];
}

/** Reads `TAG article:certainty`; the article may be empty where its number is not known. */
export function readCitation(text: string, fallback: Certainty): Basis {
  const match = /^(\S+) ([^:]*)(?::([ABMD]))?$/.exec(text);
  if (!match) throw new TypeError(`not a citation: ${text}`);
  return { instrument: match[1]!, article: match[2]!, certainty: (match[3] as Certainty) ?? fallback };
}

function compileBases(citations: readonly string[], fallback: Certainty): CompiledBasis[] {
  return citations.map((text) => {
    const basis = readCitation(text, fallback);
    const instrument = findInstrument(basis.instrument);
    if (!instrument) throw new TypeError(`no such instrument: ${basis.instrument}`);
    const { from, to } = windowOf(instrument);
    return { basis, from, to };
  });
}

function compileRow(row: ClockRow): CompiledRow {
  const bases = compileBases(row.basis, row.certainty);
  // A row without a start begins with the first text it rests on: no answer names a text that is not in force.
  const start = row.from === undefined ? Math.min(...bases.map((one) => one.from)) : parseDay(row.from);
  return {
    row,
    from: start,
    to: row.to === undefined ? Number.POSITIVE_INFINITY : parseDay(row.to),
    bindsTo: row.bindsTo === undefined ? Number.POSITIVE_INFINITY : parseDay(row.bindsTo),
    bases,
    texts: bases.map((one) => one.basis.instrument),
    variantBases: (row.variants ?? []).map((variant) =>
      variant.basis ? compileBases(variant.basis, variant.certainty ?? row.certainty) : undefined,
    ),
  };
}

const compiled = new Map<string, CompiledClock>();
for (const spec of clocks) {
  const clock: CompiledClock = { spec, rows: spec.rows.map(compileRow) };
  for (const id of [spec.id, ...(spec.aliases ?? [])]) compiled.set(id, clock);
}

/** Finds a clock by `procedure.clock`. */
export const findClock = (id: string): CompiledClock | undefined => compiled.get(id);

interface Segment {
  from: DayNumber;
  to: DayNumber;
  basis: Basis[];
}

// The same few texts are in force for years on end: each stretch is worked out once.
const segments = new WeakMap<readonly CompiledBasis[], Segment[]>();

/** The citations in force on a day. The list is shared: do not change it. */
export function basesOn(bases: readonly CompiledBasis[], day: DayNumber): Basis[] {
  let known = segments.get(bases);
  if (!known) {
    known = [];
    segments.set(bases, known);
  }
  for (const one of known) if (day >= one.from && day <= one.to) return one.basis;
  const made: Segment = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, basis: [] };
  for (const one of bases) {
    if (day >= one.from && day <= one.to) {
      made.basis.push(one.basis);
      made.from = Math.max(made.from, one.from);
      made.to = Math.min(made.to, one.to);
    } else if (day < one.from) made.to = Math.min(made.to, one.from - 1);
    else made.from = Math.max(made.from, one.to + 1);
  }
  known.push(made);
  return made.basis;
}

/** A clock's rows as listed on screens: in-force days filled in. */
export function clockHistory(id: string): { row: ClockRow; from: string | null; to: string | null }[] {
  return (findClock(id)?.rows ?? []).map(({ row, from, to }) => ({
    row,
    from: Number.isFinite(from) ? formatDay(from) : null,
    to: Number.isFinite(to) ? formatDay(to) : null,
  }));
}
