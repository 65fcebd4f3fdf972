// SPDX-License-Identifier: Apache-2.0
// Pages a second fetched and extracted without database, against Crawlee's Cheerio crawler (goal 4×) and against undici
// with one htmlparser2 pass (goal 0.7×); memory over 200,000 pages. PATROL_PAGES and PATROL_LONG set the sizes.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../scripts/lib/pinned-node.mjs';

interface Run {
  pages: number;
  ms: number;
  rss: number;
  listings: number;
  samples?: number[];
}

const node = (script: string, args: string[]): ChildProcess =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'bench', script), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

async function lastLine(child: ChildProcess): Promise<string> {
  let text = '';
  for await (const part of child.stdout!) text += String(part);
  return text.trim().split('\n').at(-1) ?? '';
}

async function withSite<T>(
  pages: number,
  kilobytes: number,
  work: (origin: string) => Promise<T>,
): Promise<T> {
  const site = node('patrol/site.ts', [String(pages), String(kilobytes)]);
  try {
    const origin = await new Promise<string>((resolve) =>
      site.stdout!.once('data', (d) => resolve(String(d).trim())),
    );
    return await work(origin);
  } finally {
    site.kill();
  }
}

function ensurePeers(): void {
  const folder = join(root, 'bench', 'peers');
  if (existsSync(join(folder, 'node_modules', '@crawlee', 'cheerio'))) return;
  spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: folder, stdio: 'inherit' });
}

const CONTENDERS: [string, string][] = [
  ['yiwang (fetch, robots, politeness, extract)', 'patrol/ours.ts'],
  ['undici + htmlparser2 pass', 'patrol/undici-sax.ts'],
  ['Crawlee CheerioCrawler', 'peers/crawlee.mjs'],
];

export async function bench() {
  ensurePeers();
  const pages = Number(process.env['PATROL_PAGES'] ?? 3000);
  const long = Number(process.env['PATROL_LONG'] ?? 200_000);
  const speeds = new Map<string, number>();
  const rows: Record<string, string | number>[] = [];
  await withSite(pages, 64, async (origin) => {
    // Twice, the better counts: the first warms the disk cache for everybody alike.
    for (let round = 0; round < 2; round++)
      for (const [name, script] of CONTENDERS) {
        const run = JSON.parse(await lastLine(node(script, [origin, String(pages)]))) as Run;
        const speed = run.pages / (run.ms / 1000);
        if (speed <= (speeds.get(name) ?? 0)) continue;
        speeds.set(name, speed);
        const row = {
          who: name,
          pages: run.pages,
          'pages/s': Math.round(speed),
          'RSS MB': Math.round(run.rss / 1e6),
          listings: run.listings,
        };
        const at = rows.findIndex((r) => r['who'] === name);
        if (at < 0) rows.push(row);
        else rows[at] = row;
      }
  });
  const [ours = 0, least = 1, crawlee = 1] = CONTENDERS.map(([name]) => speeds.get(name));
  const notes = [
    `against Crawlee ${(ours / crawlee).toFixed(2)}× (goal 4×), against undici + htmlparser2 ${(ours / least).toFixed(2)}× (goal 0.7×); pages of 64 KB, site and crawler share the machine`,
  ];
  if (long > 0)
    await withSite(long, 4, async (origin) => {
      const run = JSON.parse(await lastLine(node('patrol/ours.ts', [origin, String(long)]))) as Run;
      notes.push(
        `memory over ${run.pages} pages of 4 KB (${Math.round(run.pages / (run.ms / 1000))} pages/s), RSS in MB at every tenth: ${run.samples?.join(' ')}`,
      );
    });
  return { name: 'patrol', rows, notes };
}
