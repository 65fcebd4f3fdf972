// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { ensureInstalled } from './lib/ensure-installed.mjs';
import { goOn, root } from './lib/pinned-node.mjs';

await ensureInstalled();
goOn(join(root, 'scripts', 'bench.ts'), process.argv.slice(2));
