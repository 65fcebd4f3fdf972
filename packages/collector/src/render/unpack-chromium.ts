// SPDX-License-Identifier: Apache-2.0
import { execFileSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readFileSync } from 'node:fs';
import { chmod, chown, lstat, mkdir, rename, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { failed } from '@yiwang/kernel';
import type { Browser } from './find-browser.ts';
import { NOBODY } from './run-as-nobody.ts';
import { untar } from './untar.ts';

const isRoot = () => process.getuid?.() === 0;

/** As root the browser runs as nobody, who must get through every folder above it. */
async function isReachableByNobody(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    const found = await stat(at).catch(() => null);
    if (found !== null && (found.mode & 0o001) === 0 && found.uid !== NOBODY) return false;
    if (dirname(at) === at) return true;
  }
}

/** A folder of our own under the system's temporary one; refuses one that somebody else put there. */
async function ownTemporary(): Promise<string> {
  const path = join(tmpdir(), `yiwang-browser-${process.getuid?.() ?? 0}`);
  await mkdir(path, { mode: 0o711 }).catch(() => {});
  const found = await lstat(path);
  if (!found.isDirectory() || found.uid !== (process.getuid?.() ?? 0))
    throw failed(
      'collector.no-browser',
      `${path} belongs to somebody else; set CHROMIUM_PATH or another cache folder`,
    );
  return path;
}

/** The cache folder, or one that nobody reaches where root's own is closed to him. */
export async function reachableBase(cacheDir: string): Promise<string> {
  await mkdir(cacheDir, { recursive: true });
  return isRoot() && !(await isReachableByNobody(cacheDir)) ? ownTemporary() : resolve(cacheDir);
}

async function unpackInto(bin: string, folder: string): Promise<void> {
  const parts = ['al2023.tar.br', 'fonts.tar.br', 'swiftshader.tar.br'];
  await pipeline(
    createReadStream(join(bin, 'chromium.br')),
    createBrotliDecompress(),
    createWriteStream(join(folder, 'chromium'), { mode: 0o700 }),
  );
  for (const part of parts)
    await untar(join(bin, part), part.startsWith('swift') ? folder : join(folder, part.split('.')[0]!));
}

async function giveToNobody(folder: string): Promise<void> {
  execFileSync('chown', ['-R', `${NOBODY}:${NOBODY}`, folder]);
  await chown(folder, NOBODY, NOBODY);
}

/** Whether the system lacks the libraries that the browser links to (libnss3, libnspr4, libexpat). */
function lacksLibraries(): boolean {
  const known = [
    '/lib',
    '/usr/lib',
    '/lib64',
    '/usr/lib64',
    `/usr/lib/${process.arch === 'arm64' ? 'aarch64' : 'x86_64'}-linux-gnu`,
  ];
  return !['libnss3.so', 'libnspr4.so'].every((name) =>
    known.some((folder) => existsSync(join(folder, name))),
  );
}

/**
 * Unpacks the browser inside `@sparticuz/chromium` into `cacheDir/chromium-<version>` (0700), once; two processes at the
 * same time do not disturb each other. x64 Linux only. Throws `collector.no-browser`.
 */
export async function unpackChromium(cacheDir: string): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw failed('collector.no-browser', 'no browser found: install Chromium or set CHROMIUM_PATH');
  const require = createRequire(import.meta.url);
  const entry = require.resolve('@sparticuz/chromium');
  const root = entry.slice(0, entry.lastIndexOf('chromium/') + 'chromium'.length);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const base = await reachableBase(cacheDir);
  const folder = join(base, `chromium-${version}`);
  if (!existsSync(join(folder, 'chromium'))) {
    const fresh = `${folder}.${process.pid}.part`;
    await rm(fresh, { recursive: true, force: true });
    await mkdir(fresh, { recursive: true, mode: 0o700 });
    await unpackInto(join(root, 'bin'), fresh);
    await chmod(fresh, 0o700);
    if (isRoot()) await giveToNobody(fresh);
    // The other process was quicker: its copy is as good as ours.
    await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  const env: Record<string, string> = {};
  const libraries = join(folder, 'al2023', 'lib');
  if (lacksLibraries() && existsSync(libraries)) env['LD_LIBRARY_PATH'] = libraries;
  if (!existsSync('/etc/fonts/fonts.conf') && existsSync(join(folder, 'fonts', 'fonts.conf')))
    env['FONTCONFIG_PATH'] = join(folder, 'fonts');
  return { path: join(folder, 'chromium'), source: 'bundled', env };
}
