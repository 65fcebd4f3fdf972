// SPDX-License-Identifier: Apache-2.0
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { dirname, join, normalize } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';

const text = (block: Uint8Array, from: number, length: number): string =>
  Buffer.from(block.subarray(from, from + length))
    .toString('utf8')
    .replace(/\0.*$/s, '');

/** Unpacks a small `.tar.br` (ustar) that came with a package: files, folders and links that stay inside `folder`. */
export async function untar(file: string, folder: string): Promise<void> {
  const tar: Uint8Array = await promisify(brotliDecompress)(await readFile(file));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (let at = 0; at + 512 <= tar.length; ) {
    const header = tar.subarray(at, at + 512);
    const prefix = text(header, 345, 155);
    const name = normalize(prefix === '' ? text(header, 0, 100) : `${prefix}/${text(header, 0, 100)}`);
    if (name === '.' && header[0] === 0) break;
    const size = Number.parseInt(text(header, 124, 12).trim() || '0', 8);
    const target = join(folder, name);
    const type = String.fromCharCode(header[156]!);
    const inside = !name.startsWith('..') && !name.startsWith('/');
    if (inside && type === '5') await mkdir(target, { recursive: true, mode: 0o700 });
    else if (inside && (type === '0' || type === '\0')) {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await writeFile(target, tar.subarray(at + 512, at + 512 + size), { mode: 0o700 });
    } else if (inside && type === '2' && !/^\/|\.\./.test(text(header, 157, 100)))
      await symlink(text(header, 157, 100), target).catch(() => {});
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
