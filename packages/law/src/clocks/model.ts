// SPDX-License-Identifier: Apache-2.0
import type { Certainty, Text } from '../model.ts';

/** wd working day · d calendar day · h hour · mo month · y year */
export type Unit = 'wd' | 'd' | 'h' | 'mo' | 'y';

/** Why time is not counted: testing/appraisal, recusal, suspension, hearing, public notice, identification by the rights holder, refund order. */
export type PauseKind =
  | 'test'
  | 'recusal'
  | 'suspend'
  | 'hearing'
  | 'notice'
  | 'identify'
  | 'refund'
  | 'force-majeure';

export type Length = readonly [number, Unit];

/** Another length of the same clock, chosen by the query's `trigger` or `matter`. */
export interface Variant {
  /** Words of `trigger` or `matter` that choose it. */
  when: readonly string[];
  text: Text;
  length: Length;
  /** Citations that replace the row's. */
  basis?: readonly string[];
  certainty?: Certainty;
}

export interface Extension {
  /** How much; null: allowed, but the law names no length. */
  length: Length | null;
  /** `add` (default) to the length, or the total from the start. */
  mode?: 'add' | 'total';
  by: Text;
  /** What may follow a first extension. */
  next?: Text;
}

/** One version of a clock: a row of the source's §2, in force from–to (both inclusive, absent = open). */
export interface ClockRow {
  /** The bracketed name of the row, e.g. `45 wd`, `old`. */
  label?: string;
  from?: string;
  to?: string;
  /** null: the law names no length. */
  length: Length | null;
  /** Counted back from the trigger (a notice before a day). */
  backward?: true;
  /** Whether an end on a day off moves to the next working day; default true forward, never backward. */
  roll?: false;
  /** Calendar windows `[[month, last month], …]` instead of a length. */
  windows?: readonly (readonly [number, number])[];
  variants?: readonly Variant[];
  extension?: Extension;
  pauses?: readonly PauseKind[];
  /** A new report starts the period again, from this day on. */
  interrupt?: { from: string; basis: string };
  /** Powers and protections that lapse, keeping periods, limitation: warnings go by the unrolled date. */
  safe?: true;
  /** Last day on which this row binds beside another; after it the row is shown in `also` only. */
  bindsTo?: string;
  lapse?: Text;
  note?: Text;
  /** Citations `TAG article` with an optional `:certainty`; shown only on days when the instrument is in force. */
  basis: readonly string[];
  certainty: Certainty;
}

export interface ClockSpec {
  /** `procedure.clock`, as in the source. */
  id: string;
  aliases?: readonly string[];
  trigger: Text;
  /** `item`: an item that straddles two texts keeps the text of its receipt; `step`: the text of the step's day. */
  straddle: 'item' | 'step';
  rows: readonly ClockRow[];
}

export const t = (zh: string, en: string): Text => ({ zh, en });
