// SPDX-License-Identifier: Apache-2.0
import { type Dirent, readdirSync } from 'node:fs';
import { chown, copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { NOBODY } from './run-as-nobody.ts';
import { reachableBase } from './unpack-chromium.ts';

/** File names of the usual fonts with Chinese glyphs. */
const CHINESE =
  /cjk|noto\w*[-_ ]?(?:sc|tc|hk)|source.?han|wqy|wenquan|simsun|simhei|msyh|droidsansfallback|uming|ukai|lxgw|pingfang|fangsong|kaiti|heiti/i;
const FOLDERS = [
  '/usr/share/fonts',
  '/usr/local/share/fonts',
  join(homedir(), '.fonts'),
  join(homedir(), '.local/share/fonts'),
];

function holdsChinese(folder: string, depth = 0): boolean {
  let entries: Dirent[];
  try {
    entries = readdirSync(folder, { withFileTypes: true });
  } catch {
    return false;
  }
  return entries.some((entry) =>
    entry.isDirectory()
      ? depth < 5 && holdsChinese(join(folder, entry.name), depth + 1)
      : /\.(?:ttf|ttc|otf|otc)$/i.test(entry.name) && CHINESE.test(entry.name),
  );
}

export interface Fonts {
  source: 'system' | 'carried';
  env: Record<string, string>;
}

/**
 * A picture of a Chinese page without Chinese glyphs proves nothing. Where the system has no such font, two weights of
 * Noto Sans SC (SIL OFL 1.1) from our dependencies are laid into the cache folder and shown to the browser.
 */
export async function chineseFonts(cacheDir: string, folders: readonly string[] = FOLDERS): Promise<Fonts> {
  if (folders.some((folder) => holdsChinese(folder))) return { source: 'system', env: {} };
  const require = createRequire(import.meta.url);
  const from = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));
  const folder = join(await reachableBase(cacheDir), 'fonts-sc');
  const cache = join(folder, 'cache');
  await mkdir(cache, { recursive: true, mode: 0o755 });
  for (const weight of ['400Regular', '700Bold'])
    await copyFile(join(from, weight, `NotoSansSC_${weight}.ttf`), join(folder, `NotoSansSC_${weight}.ttf`));
  const file = join(folder, 'fonts.conf');
  await writeFile(
    file,
    `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>\n  <dir>${folder}</dir>\n  <cachedir>${cache}</cachedir>\n</fontconfig>\n`,
  );
  if (process.getuid?.() === 0) await chown(cache, NOBODY, NOBODY);
  return { source: 'carried', env: { FONTCONFIG_FILE: file } };
}
