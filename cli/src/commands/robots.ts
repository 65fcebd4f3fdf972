// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseRobots } from '@yiwang/collector';
import { type Command, UsageError } from '../command.ts';

export const command: Command = {
  summary: 'may this agent fetch these addresses, by which line of a robots.txt?',
  help: `Usage: yiwang robots FILE|- --agent A URL… [--json]

Judges addresses by a robots.txt (RFC 9309: own group before *, longest match, allow wins a tie).

  --agent A   product token or whole User-Agent, e.g. YiwangPatrol
  URL         absolute, or a path such as /item/1
  --json      one JSON object a line: {"url","allowed","line","rule","group","reason","crawlDelay"}

Each line says "allowed" or "barred", the address, and the line of the file that decided.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { agent: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [file, ...urls] = positionals;
    if (file === undefined) throw new UsageError('a FILE with the robots.txt is needed');
    if (!values.agent) throw new UsageError('--agent A is needed');
    if (urls.length === 0) throw new UsageError('at least one URL is needed');
    let bytes: Uint8Array;
    try {
      bytes = readFileSync(file === '-' ? 0 : file);
    } catch (error) {
      throw new UsageError(`cannot read ${file}: ${(error as Error).message}`);
    }
    const robots = parseRobots(bytes);
    let bad = 0;
    for (const url of urls) {
      if (!URL.canParse(url, 'http://robots.invalid/')) {
        bad++;
        process.stderr.write(`yiwang robots: "${url}" is no address\n`);
        continue;
      }
      const verdict = robots.judge(values.agent, new URL(url, 'http://robots.invalid/').href);
      if (values.json) process.stdout.write(`${JSON.stringify({ url, ...verdict })}\n`);
      else {
        const why = verdict.rule === null ? 'no rule matches' : `line ${verdict.line}: ${verdict.rule}`;
        process.stdout.write(`${verdict.allowed ? 'allowed' : 'barred '} ${url}  (${why})\n`);
      }
    }
    return bad > 0 ? 2 : 0;
  },
};
