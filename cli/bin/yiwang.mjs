#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
import { join } from 'node:path';
import { goOn, root } from '../../scripts/lib/pinned-node.mjs';

goOn(join(root, 'cli', 'src', 'main.ts'), process.argv.slice(2));
