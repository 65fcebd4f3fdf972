// SPDX-License-Identifier: Apache-2.0
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { failed } from '@yiwang/kernel';
import { unpackChromium } from './unpack-chromium.ts';

export interface Browser {
  path: string;
  /** Where it came from, for `doctor` and the conditions of a capture. */
  source: 'setting' | 'system' | 'bundled';
  /** Extra environment it needs to start. */
  env: Record<string, string>;
}

export interface BrowserLookup {
  /** The setting `CHROMIUM_PATH`. */
  chromiumPath?: string | undefined;
  /** Where the bundled browser is unpacked: `$cacheDir/chromium-<version>`. */
  cacheDir: string;
  /** Folders to look in; default the PATH of the process. */
  searchPath?: string;
}

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome'];

const isRunnable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * The browser to render with: the one set, else an installed Chromium or Chrome, else the one inside the package
 * `@sparticuz/chromium`, unpacked once. Throws `collector.no-browser` with one clear sentence.
 */
export async function findBrowser(lookup: BrowserLookup): Promise<Browser> {
  if (lookup.chromiumPath) {
    if (!existsSync(lookup.chromiumPath) || !isRunnable(lookup.chromiumPath))
      throw failed('collector.no-browser', `CHROMIUM_PATH names ${lookup.chromiumPath}, which cannot be run`);
    return { path: lookup.chromiumPath, source: 'setting', env: {} };
  }
  const folders = (lookup.searchPath ?? process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  for (const name of NAMES)
    for (const folder of folders) {
      const path = join(folder, name);
      if (existsSync(path) && isRunnable(path)) return { path, source: 'system', env: {} };
    }
  return unpackChromium(lookup.cacheDir);
}
