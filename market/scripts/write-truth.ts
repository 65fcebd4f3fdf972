// SPDX-License-Identifier: Apache-2.0
// Writes market/truth.ndjson from the goods data: node market/scripts/write-truth.ts
import { writeFileSync } from 'node:fs';
import { truthRows } from '../src/truth.ts';

const lines = truthRows().map((row) => `${JSON.stringify(row)}\n`);
writeFileSync(new URL('../truth.ndjson', import.meta.url), lines.join(''));
console.log(`${lines.length} rows`);
