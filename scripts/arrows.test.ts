// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arrowsOf, circles, faultsOf } from './arrows.ts';

test('imports of every form are seen', () => {
  const source = [
    "import { a } from '@yiwang/kernel';",
    "import type { B } from './b.ts';",
    "export * from '../c.ts';",
    "import 'node:fs';",
    "const d = await import('@yiwang/server/platform/x.ts');",
    'import {\n  e,\n  f,\n} from "undici";',
  ].join('\n');
  assert.deepEqual(
    arrowsOf('packages/law/src/x/y.ts', source).map((arrow) => arrow.target),
    [
      'packages/kernel/index.ts',
      'packages/law/src/x/b.ts',
      'packages/law/src/c.ts',
      'node:fs',
      'server/platform/x.ts',
      'undici',
    ],
  );
});

for (const [file, source] of [
  ['packages/law/src/a.ts', "import { x } from '@yiwang/screening';"],
  ['packages/proof/src/a.ts', "import { x } from '@yiwang/collector';"],
  ['packages/kernel/src/a.ts', "import { x } from 'node:fs';"],
  ['packages/law/src/a.ts', 'const t = Date.now();'],
  ['packages/collector/src/a.ts', "import pg from 'pg';"],
  ['web/console/a.tsx', "import { x } from '@yiwang/kernel';"],
  ['packages/kernel/src/a.ts', "import { x } from '@yiwang/server';"],
  ['cli/src/commands/screen.ts', "import { x } from '@yiwang/server';"],
  ['server/modules/leads/a.ts', "import { x } from '../evidence/store.ts';"],
  ['server/modules/leads/a.ts', "import { x } from '../statistics/index.ts';"],
] as const)
  test(`a forbidden arrow is named: ${file} ${source}`, () => assert.equal(faultsOf(file, source).length, 1));

for (const [file, source] of [
  ['packages/collector/src/a.ts', "import { x } from '@yiwang/proof';"],
  ['cli/src/commands/serve.ts', "import { x } from '@yiwang/server';"],
  ['server/modules/leads/a.ts', "import { x } from '../evidence/index.ts';"],
  ['web/portal/verify.ts', "import { x } from '@yiwang/proof';"],
] as const)
  test(`an allowed arrow passes: ${file} ${source}`, () => assert.deepEqual(faultsOf(file, source), []));

test('a circle of modules is found', () => {
  const arrows = [
    { file: 'server/modules/a/x.ts', target: 'server/modules/b/index.ts', line: 1 },
    { file: 'server/modules/b/x.ts', target: 'server/modules/a/index.ts', line: 1 },
  ];
  assert.ok(circles(arrows).length > 0);
});
