// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import type { Clock } from '@yiwang/kernel';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** As captures name what made them. */
export const SOFTWARE = `yiwang/${version}`;
/** Product token of the patrol; robots.txt groups name it `YiwangPatrol`. */
export const USER_AGENT = `YiwangPatrol/${version}`;
/** Where a site's owner finds us when the office that runs this has set nothing of its own. */
export const contact = (): string => process.env['YIWANG_CONTACT'] ?? 'set YIWANG_CONTACT to your office';

/** The clock of the command line is the machine's. */
export const machineClock: Clock = { now: () => Date.now() };
