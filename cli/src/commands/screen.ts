// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { compileEngine, type ListingInput, SEVERITIES, type Severity } from '@yiwang/screening';
import { type Command, UsageError } from '../command.ts';
import { loadPacks, today } from '../lib/load-packs.ts';
import { readLines } from '../lib/read-lines.ts';

export const command: Command = {
  summary: 'listings (NDJSON) → findings (NDJSON)',
  help: `Usage: yiwang screen [FILE|-] [--rules DIR] [--words FILE] [--jobs N] [--fail-on slight|serious|major]

One listing a line in, one answer a line out, in the same order.
In:  {"id","title","description"?,"category"?,"shop"?,"platform"?,"price"?,"originalPrice"?,"priceHistory"?,
      "observedOn"?,"source"?,"ocrText"?,"attributes"?,"region"?}
Out: {"id","labels","risk","findings":[{"rule","label","severity","confidence","field","start","end","text","folds",
      "why","whyEn","basis"}]}
A bad line is answered by {"line":N,"error":{…}}; the exit code is then 2, after all good ones were answered.

  --rules DIR   packs of another folder instead of this release's
  --words FILE  one term a line, matched with all folds, instead of the packs
  --jobs N      threads
  --fail-on S   exit 1 when a label of that severity or above was found`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        rules: { type: 'string' },
        words: { type: 'string' },
        jobs: { type: 'string' },
        'fail-on': { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    if (positionals.length > 1) throw new UsageError('one file at a time');
    const failOn = values['fail-on'];
    if (failOn !== undefined && !SEVERITIES.includes(failOn as Severity))
      throw new UsageError(`--fail-on must be one of ${SEVERITIES.join(', ')}`);
    const engine = compileEngine(loadPacks(values.rules), { today: today() });
    let line = 0;
    let bad = 0;
    let hit = false;
    let out: string[] = [];
    for await (const text of readLines(positionals[0])) {
      line++;
      if (text.trim() === '') continue;
      try {
        const listing = JSON.parse(text) as ListingInput;
        const result = engine.screen(listing);
        if (failOn !== undefined)
          hit ||= result.findings.some(
            (f) =>
              f.confidence >= 0.5 && SEVERITIES.indexOf(f.severity) >= SEVERITIES.indexOf(failOn as Severity),
          );
        out.push(JSON.stringify(result));
      } catch (error) {
        bad++;
        out.push(
          JSON.stringify({ line, error: { code: 'screen.bad-line', message: (error as Error).message } }),
        );
      }
      if (out.length >= 512) {
        process.stdout.write(`${out.join('\n')}\n`);
        out = [];
      }
    }
    if (out.length > 0) process.stdout.write(`${out.join('\n')}\n`);
    if (bad > 0) {
      process.stderr.write(`yiwang screen: ${bad} of ${line} lines could not be read\n`);
      return 2;
    }
    return hit ? 1 : 0;
  },
};
