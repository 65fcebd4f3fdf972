// SPDX-License-Identifier: Apache-2.0
import { readPacks, readVenuePacks } from '@yiwang/rules';
import { isVenuePack, parsePacks, parseVenuePacks, type RulePack, type VenuePack } from '@yiwang/screening';

/** The packs of a folder (default: this release's), read and checked. @throws AppError naming file, rule and reason. */
export const loadPacks = (folder?: string): RulePack[] =>
  parsePacks(readPacks(folder).filter((json) => !isVenuePack(json)));

/** The rules about venues: of a folder where one is named, else of this release. @throws AppError as `loadPacks` */
export const loadVenuePacks = (folder?: string): VenuePack[] =>
  parseVenuePacks(folder === undefined ? readVenuePacks() : readPacks(folder).filter(isVenuePack));

/** Today as a legal day: the clock of the command line is the machine's. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
