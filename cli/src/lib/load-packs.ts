// SPDX-License-Identifier: Apache-2.0
import { readPacks } from '@yiwang/rules';
import { parsePacks, type RulePack } from '@yiwang/screening';

/** The packs of a folder (default: this release's), read and checked. @throws AppError naming file, rule and reason. */
export const loadPacks = (folder?: string): RulePack[] => parsePacks(readPacks(folder));

/** Today as a legal day: the clock of the command line is the machine's. */
export const today = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
