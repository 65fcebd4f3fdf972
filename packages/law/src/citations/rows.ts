// SPDX-License-Identifier: Apache-2.0
import type { Text } from '../model.ts';

/** Members that every row of the substance tables has. */
export interface Row {
  /** Citations `TAG article:certainty`; shown and used only on days when the instrument is in force. */
  basis: string[];
  certainty: 'A' | 'B' | 'M' | 'D';
  certaintyText?: string;
}

/** A version of a row's text, in force from–to. */
export interface Version {
  from?: string;
  to?: string;
  text: Text;
  basis?: string[];
}

/** The version in force on a day, if any. */
export const versionOn = <V extends { from?: string; to?: string }>(
  versions: readonly V[],
  on: string,
): V | undefined => versions.find((one) => (one.from ?? '') <= on && on <= (one.to ?? '9999-12-31'));
