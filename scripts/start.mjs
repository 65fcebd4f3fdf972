// SPDX-License-Identifier: Apache-2.0
// npm start: installs what is missing, then goes on under the pinned Node.
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { goOn, root } from './lib/pinned-node.mjs';

try {
  await ensureInstalled();
} catch (error) {
  process.stderr.write(`yiwang: ${error.message}\n`);
  process.exit(2);
}
goOn(join(root, 'scripts', 'start.ts'), process.argv.slice(2));
