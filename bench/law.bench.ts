// SPDX-License-Identifier: Apache-2.0
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import {
  compileDue,
  type DueQuery,
  due,
  formatDay,
  jurisdiction,
  nationalCalendar,
  parseDay,
} from '../packages/law/src/index.ts';

const CLOCKS = [
  'complaint.accept',
  'report.check',
  'case.decide',
  'case.pay',
  'publish.same-province',
  'platform.keep-trade',
];
const FIRST = parseDay('2021-09-01');
const SPAN = parseDay('2026-06-30') - FIRST;

interface Row {
  [column: string]: string | number;
  what: string;
  perSecond: number;
}

/** Runs `step(i)` for about a second after a warm-up and says how often it went. */
function measure(what: string, step: (i: number) => unknown): Row {
  for (let i = 0; i < 20_000; i++) step(i);
  const start = performance.now();
  let done = 0;
  while (performance.now() - start < 1000) for (let end = done + 1000; done < end; done++) step(done);
  return { what, perSecond: Math.round(done / ((performance.now() - start) / 1000)) };
}

/** Due dates and venues a second, on one core. */
export async function bench(): Promise<{ name: string; rows: Row[] }> {
  let sink = 0;
  const rows: Row[] = [];
  const compiled = CLOCKS.map((id) => compileDue(id));
  rows.push(
    measure('plain due dates, compiled clock', (i) => {
      sink += compiled[i % compiled.length]!(FIRST + (i % SPAN));
    }),
  );
  const queries: DueQuery[] = Array.from({ length: 10_000 }, (_, i) => {
    const [procedure, clock] = CLOCKS[i % CLOCKS.length]!.split('.') as [string, string];
    return { procedure, clock, from: formatDay(FIRST + (i % SPAN)) };
  });
  rows.push(
    measure('due() with basis and derivation', (i) => {
      sink += due(queries[i % queries.length]!).derivation.length;
    }),
  );
  const paused = queries.map((query) => ({
    ...query,
    events: [
      { event: 'pause:test', from: query.from, to: formatDay(parseDay(query.from) + 9) },
      { event: 'extend', date: query.from },
    ],
  }));
  rows.push(
    measure('due() with an extension and a pause', (i) => {
      sink += due(paused[i % paused.length]!).derivation.length;
    }),
  );
  rows.push(
    measure('working-day counts', (i) => {
      sink += nationalCalendar.addWorkdays(FIRST + (i % SPAN), 1 + (i % 60));
    }),
  );
  rows.push(
    measure('jurisdiction()', (i) => {
      sink += jurisdiction({
        kind: i % 2 ? 'penalty' : 'report',
        date: formatDay(FIRST + (i % SPAN)),
        role: 'in-platform',
        operates: '330782',
        pfDomicile: '330108',
        firstFinder: '330108',
      }).primary.length;
    }),
  );
  if (Number.isNaN(sink)) throw new Error('a measured clock has no date');
  return { name: 'law', rows };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { rows } = await bench();
  console.table(rows);
}
