// SPDX-License-Identifier: Apache-2.0
import { statSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { SEVERITIES, type Severity } from '@yiwang/screening';
import { type Command, UsageError } from '../command.ts';
import { today } from '../lib/load-packs.ts';
import { readBytes } from '../lib/read-lines.ts';
import { compiledRules } from '../lib/screen-engine.ts';
import { FEW_BYTES, screenFile, screenStream } from '../lib/screen-stream.ts';

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
  --jobs N      threads; default: one a processor
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
    const jobs = values.jobs === undefined ? availableParallelism() : Number(values.jobs);
    if (!Number.isInteger(jobs) || jobs < 1 || jobs > 256)
      throw new UsageError('--jobs must be a whole number from 1 on');
    const setup = { rules: compiledRules({ rules: values.rules, words: values.words }), today: today() };
    const [file] = positionals;
    const size =
      file === undefined || file === '-' ? 0 : (statSync(file, { throwIfNoEntry: false })?.size ?? 0);
    const { lines, bad, worst } =
      jobs > 1 && size > FEW_BYTES
        ? await screenFile(file!, size, setup, jobs, process.stdout)
        : await screenStream(readBytes(file), setup, jobs, process.stdout);
    if (bad > 0) {
      process.stderr.write(`yiwang screen: ${bad} of ${lines} lines could not be read\n`);
      return 2;
    }
    return failOn !== undefined &&
      worst !== null &&
      SEVERITIES.indexOf(worst) >= SEVERITIES.indexOf(failOn as Severity)
      ? 1
      : 0;
  },
};
