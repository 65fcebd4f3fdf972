// SPDX-License-Identifier: Apache-2.0
import type { Row } from '../citations/rows.ts';
import { resolveDivision } from '../divisions/resolve.ts';
import type { Text } from '../model.ts';
import rows from './data/overlays.json' with { type: 'json' };

/** A local rule of §2.8. `from` null: its first day was not seen, so it is shown and never computed with. */
export interface Overlay extends Row {
  id: string;
  region: Text;
  /** Division code of the region. */
  division: string;
  text: Text;
  basisText: string;
  from: string | null;
}

export const overlays: readonly Overlay[] = rows as Overlay[];

/** The overlays of a place (name or code, at any level) on a day. */
export function overlaysFor(place: string, on: string): Overlay[] {
  const code = resolveDivision(place);
  if (code === null) return [];
  return overlays.filter(
    (one) => one.division.slice(0, 2) === code.slice(0, 2) && (one.from === null || one.from <= on),
  );
}

/** Whether the e-mark (electronic-licence link) is a duty in a place on a day: only where an overlay makes it one (ZJ22 7). */
export const emarkIsDuty = (place: string, on: string): boolean =>
  overlaysFor(place, on).some((one) => one.id === 'zhejiang.display');
