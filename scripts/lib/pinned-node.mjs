// SPDX-License-Identifier: Apache-2.0
// The runtime is pinned by the lock (optionalDependencies node-linux-*); whatever Node began, the work goes on under it.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../', import.meta.url));

/** The path of a Node ≥ 24: the pinned one, else the running one; null where there is none. */
export function findNode() {
  const pinned = join(root, 'node_modules', `node-linux-${process.arch}`, 'bin', 'node');
  if (process.platform === 'linux' && existsSync(pinned)) return pinned;
  return Number(process.versions.node.split('.')[0]) >= 24 ? process.execPath : null;
}

/** Environment for a child under the pinned Node: compile cache on, and `node` on PATH is the pinned one. */
export function nodeEnvironment(node) {
  return {
    ...process.env,
    NODE_COMPILE_CACHE:
      process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node-compile'),
    PATH: `${join(node, '..')}:${process.env.PATH ?? ''}`,
  };
}

/**
 * Goes on with `script` under the pinned Node and ends with its exit code; signals reach the child.
 * Where no suitable Node exists it says so in one sentence and ends with 2.
 */
export function goOn(script, args) {
  const node = findNode();
  if (node === null) {
    process.stderr.write(
      'yiwang: Node 24 is not here. Run "npm ci" in the project\'s folder, or install Node 24 or newer.\n',
    );
    process.exit(2);
  }
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', script, ...args], {
    stdio: 'inherit',
    env: nodeEnvironment(node),
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    process.stderr.write(`yiwang: ${node} could not be started: ${error.message}\n`);
    process.exit(2);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 + 15 : (code ?? 1)));
}
