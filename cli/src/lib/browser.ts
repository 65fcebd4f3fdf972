// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { createRenderer, type Fetcher, type Renderer } from '@yiwang/collector';
import { machineClock } from './software.ts';

/** A renderer by the settings of the environment: CHROMIUM_PATH, YIWANG_DATA, YIWANG_BROWSER_SANDBOX (`on`, `off`). */
export function makeRenderer(
  fetcher: Fetcher,
  more: { totalMs?: number; concurrency?: number } = {},
): Renderer {
  return createRenderer({
    fetcher,
    clock: machineClock,
    chromiumPath: process.env['CHROMIUM_PATH'],
    cacheDir: join(process.env['YIWANG_DATA'] ?? './data', 'cache'),
    sandbox: process.env['YIWANG_BROWSER_SANDBOX'] === 'off' ? 'off' : 'on',
    ...more,
  });
}
