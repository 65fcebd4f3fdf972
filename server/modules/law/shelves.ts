// SPDX-License-Identifier: Apache-2.0
import type { LawRow, LawShelf } from '@yiwang/contracts';
import {
  clocks,
  documents,
  duties,
  type Ground,
  instruments,
  openPoints,
  overlays,
  publicityFacts,
  refusalGrounds,
  terminationGrounds,
  violations,
} from '@yiwang/law';
import { both } from './cite.ts';
import { lengthInWords, NAMES } from './names.ts';
import { rowOf } from './row.ts';

const clockRows = (on: string): LawRow[] =>
  clocks.flatMap((clock) =>
    clock.rows.map((row) => {
      const title = row.label ? `${clock.id} (${row.label})` : clock.id;
      return rowOf(
        {
          ...row,
          id: `${clock.id}@${row.from ?? ''}${row.label ?? ''}`,
          title: both(title),
          lines: [
            [NAMES.trigger, clock.trigger],
            [NAMES.length, lengthInWords(row.length)],
            [NAMES.extension, row.extension && lengthInWords(row.extension.length)],
            [NAMES.lapse, row.lapse],
            [NAMES.note, row.note],
          ],
        },
        on,
      );
    }),
  );

const groundRows = (grounds: readonly Ground[], on: string): LawRow[] =>
  grounds.flatMap((ground) =>
    ground.versions.map((version) =>
      rowOf(
        {
          id: `${ground.code}@${version.from ?? ''}`,
          title: { zh: `${ground.code} ${version.text.zh}`, en: `${ground.code} ${version.text.en}` },
          basis: version.basis,
          certainty: ground.certainty,
          from: version.from,
          to: version.to,
          lines: [[NAMES.needs, ground.needs]],
        },
        on,
      ),
    ),
  );

/** The rows of every shelf, as they read on a day. */
export const SHELVES: Record<LawShelf, (on: string) => LawRow[]> = {
  instruments: (on) =>
    instruments.map((one) =>
      rowOf(
        {
          id: one.tag,
          title: one.title,
          certainty: one.certainty,
          from: one.from,
          to: one.to,
          lines: [
            [NAMES.issuer, one.issuer],
            [NAMES.successor, one.replacedBy ? both(one.replacedBy) : null],
            [NAMES.note, one.note],
          ],
        },
        on,
      ),
    ),
  clocks: clockRows,
  duties: (on) =>
    duties.map((duty) =>
      rowOf(
        {
          ...duty,
          lines: [
            [NAMES.who, duty.who],
            [NAMES.what, duty.what],
            [NAMES.period, duty.period],
            [NAMES.keep, duty.keep],
            [NAMES.penalty, duty.penalty],
          ],
        },
        on,
      ),
    ),
  violations: (on) =>
    violations.map((one) =>
      rowOf(
        {
          ...one,
          id: one.code,
          lines: [
            [NAMES.penalty, one.penalty],
            [NAMES.punishes, one.punishes],
            [NAMES.detector, one.detector],
          ],
        },
        on,
      ),
    ),
  'refusal-grounds': (on) => groundRows(refusalGrounds, on),
  'termination-grounds': (on) => groundRows(terminationGrounds, on),
  papers: (on) =>
    documents.map((one) =>
      rowOf(
        {
          ...one,
          lines: [
            [NAMES.step, one.step],
            [NAMES.holds, one.holds],
          ],
        },
        on,
      ),
    ),
  publicity: (on) =>
    publicityFacts.map((one) => rowOf({ ...one, title: one.fact, lines: [[NAMES.value, one.value]] }, on)),
  overlays: (on) =>
    overlays.map((one) => rowOf({ ...one, title: one.text, lines: [[NAMES.region, one.region]] }, on)),
  'open-points': (on) =>
    openPoints.map((one) =>
      rowOf(
        {
          id: one.id,
          title: one.point,
          lines: [
            [NAMES.note, both(one.why)],
            [NAMES.default, one.default],
          ],
        },
        on,
      ),
    ),
};
