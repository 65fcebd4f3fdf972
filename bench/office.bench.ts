// SPDX-License-Identifier: Apache-2.0

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { usccCheckCharacter } from '../packages/kernel/src/index.ts';
import type { BenchResult } from '../scripts/bench.ts';
import { importSubjects } from '../server/modules/registry/index.ts';
import { systemActor } from '../server/platform/database/actor.ts';
import { recomputeClocks } from '../server/platform/files/recompute-clocks.ts';
import { fill, type Scale } from './office/fill.ts';
import { type House, openHouse } from './office/house.ts';

/**
 * An office's day on a full house: `YIWANG_BENCH_SCALE=1` is a million files and five million venues in 300 offices and an
 * import of a million subjects; the default is a tenth of the rows (and of the offices, so an office has as much to do).
 */
const factor = Number(process.env['YIWANG_BENCH_SCALE'] ?? 0.1);
const scale: Scale = {
  files: Math.round(1_000_000 * factor),
  venues: Math.round(5_000_000 * factor),
  subjects: Math.round(1_000_000 * factor),
  offices: Math.max(3, Math.round(300 * factor)),
};
const CALLS = Number(process.env['YIWANG_BENCH_CALLS'] ?? 200);

type Row = Record<string, string | number>;
const say = (line: string) => void process.stderr.write(`${line}\n`);

export async function bench(): Promise<BenchResult> {
  const house = await openHouse();
  try {
    const begun = performance.now();
    await fill(house.owner, scale, say);
    say(`filled in ${Math.round((performance.now() - begun) / 1000)} s`);
    const rows: Row[] = await answers(house);
    rows.push(...(await clocks(house)), await subjects(house));
    return {
      name: 'office',
      rows,
      notes: [
        `${scale.files} files with ${scale.files} open clocks in ${scale.offices} offices, ${scale.venues} venues; fsync on.`,
        `Calls go through guards, schemas and views without a socket, one after the other, ${CALLS} of each.`,
      ],
    };
  } finally {
    await house.stop();
  }
}

async function answers(house: House): Promise<Row[]> {
  const { items } = JSON.parse((await house.get('/api/leads?limit=200')).body) as { items: { id: string }[] };
  const word = (i: number) =>
    encodeURIComponent(
      ['养生', '电子烟', `丙岭${(i * 7919) % 900}`, `第${i * 300}号`, `p${i % 997}.example`, '高仿腕表厂家'][
        i % 6
      ]!,
    );
  const kinds: [string, (i: number) => string][] = [
    ['desk: counts', () => '/api/desk?whose=office'],
    [
      'desk: list',
      (i) => `/api/desk/tasks?whose=office&bucket=${['overdue', 'today', 'week', 'later'][i % 4]}`,
    ],
    ['desk: board', () => '/api/desk/board'],
    ['list of leads', (i) => `/api/leads?limit=50${i % 2 ? '&due=lapsed' : ''}`],
    ['search everything', (i) => `/api/search?q=${word(i)}`],
    [
      'venues by name',
      (i) => `/api/venues?q=${encodeURIComponent(`${['甲城', '乙港'][i % 2]}旗舰店${i * 70}`)}`,
    ],
    ['a file', (i) => `/api/leads/${items[i % items.length]!.id}`],
  ];
  const rows: Row[] = [];
  for (const [what, path] of kinds) {
    for (let i = 0; i < 5; i++) await house.get(path(i));
    const times: number[] = [];
    for (let i = 0; i < CALLS; i++) {
      const start = performance.now();
      const { status, body } = await house.get(path(i));
      times.push(performance.now() - start);
      if (status !== 200) throw new Error(`${path(i)} answered ${status} ${body.slice(0, 300)}`);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) =>
      Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]! * 10) / 10;
    rows.push({ what, 'p50 ms': at(0.5), 'p99 ms': at(0.99), target: 'p99 < 200 ms' });
    say(`${what}: p50 ${at(0.5)}, p99 ${at(0.99)} ms`);
  }
  return rows;
}

/** The worst calendar: every clock moves. Then once more, when none does. */
async function clocks(house: House): Promise<Row[]> {
  const rows: Row[] = [];
  for (const what of ['clocks recomputed, all move', 'clocks recomputed, none moves']) {
    const start = performance.now();
    const { clocks: count, moved } = await recomputeClocks(house.app.db);
    rows.push({ what, count, moved, seconds: seconds(start), target: 'a million < 60 s' });
    say(`${what}: ${count} clocks, ${moved} moved, ${seconds(start)} s`);
  }
  return rows;
}

async function subjects(house: House): Promise<Row> {
  const path = join(house.folder, 'subjects.csv');
  const out = createWriteStream(path);
  out.write('name,uscc,status,address,phone,division\n');
  for (let i = 0; i < scale.subjects; i++) {
    const body = `91900121${String(i).padStart(9, '0')}`;
    const line = `示例市${'东西南北中甲乙丙丁戊'[i % 10]}街${i}号某某贸易有限公司,${body}${usccCheckCharacter(body)},active,示例省示例市甲县示例路${i % 977}号,0900-${1_000_000 + i},900121\n`;
    if (!out.write(line)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
  const before = process.memoryUsage().rss;
  let peak = before;
  const start = performance.now();
  const { made } = await importSubjects(house.app, systemActor('import'), {
    path,
    errors: `${path}.errors.csv`,
    onProgress: () => {
      peak = Math.max(peak, process.memoryUsage().rss);
    },
  });
  const row = {
    what: 'import of subjects',
    count: made,
    seconds: seconds(start),
    'peak RSS MB': Math.round(peak / 1e6),
    'grew MB': Math.round((peak - before) / 1e6),
    target: 'a million < 180 s',
  };
  say(JSON.stringify(row));
  return row;
}

const seconds = (start: number): number => Math.round((performance.now() - start) / 100) / 10;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { rows, notes } = await bench();
  console.table(rows);
  for (const note of notes ?? []) console.log(note);
}
