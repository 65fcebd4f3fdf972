// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';

/** Version of this release, from the package at the top. */
export const version: string = (createRequire(import.meta.url)('../../package.json') as { version: string })
  .version;
