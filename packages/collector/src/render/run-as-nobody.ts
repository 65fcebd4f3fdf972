// SPDX-License-Identifier: Apache-2.0
import { spawn } from 'node:child_process';
import { chownSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** The ordinary user without rights that every Linux has. */
export const NOBODY = 65_534;

/**
 * Started by root in place of the browser: gives its profile folder to nobody and goes on as nobody, with the pipes
 * through which it is steered (descriptors 3 and 4). The browser ends with us and we with it.
 */
function main([browser, ...args]: string[]): void {
  const profile = args.find((arg) => arg.startsWith('--user-data-dir='))?.slice('--user-data-dir='.length);
  if (profile) chownSync(profile, NOBODY, NOBODY);
  const child = spawn(browser!, args, {
    uid: NOBODY,
    gid: NOBODY,
    stdio: ['inherit', 'inherit', 'inherit', 3, 4],
    env: {
      ...process.env,
      HOME: profile ?? '/',
      XDG_CONFIG_HOME: profile ?? '/',
      XDG_CACHE_HOME: profile ?? '/',
    },
  });
  child.on('error', (error) => {
    process.stderr.write(`the browser could not be started: ${error.message}\n`);
    process.exit(127);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 128 : (code ?? 1)));
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href)
  main(process.argv.slice(2));
