// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { normaliseUrl } from '@yiwang/collector';
import { compileEngine, SEVERITIES, type Severity } from '@yiwang/screening';
import { type Command, UsageError } from '../command.ts';
import { loadPacks, loadVenuePacks, today } from '../lib/load-packs.ts';
import type { PatrolReport } from '../lib/patrol/patrol-report.ts';
import { reportHtml } from '../lib/patrol/report-html.ts';
import { runPatrol } from '../lib/patrol/run-patrol.ts';

function numberOf(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value < least)
    throw new UsageError(`--${name} must be a number of at least ${least}`);
  return value;
}

/** Ends the visit in order on the first signal; the report of what was seen is still written. */
function stopOnSignal(): { signal: AbortSignal; done(): void } {
  const stopping = new AbortController();
  let first = 0;
  const stop = () => {
    // A terminal and the starter both pass the signal on: only a later one means "at once".
    if (first !== 0 && performance.now() - first > 2000) process.exit(130);
    first ||= performance.now();
    stopping.abort(new Error('stopped by hand'));
  };
  process.on('SIGINT', stop).on('SIGTERM', stop);
  return { signal: stopping.signal, done: () => void process.off('SIGINT', stop).off('SIGTERM', stop) };
}

const counts = { pages: 0, listings: 0, findings: 0, waiting: 0 };
function showProgress(now: typeof counts): void {
  const text = `${now.pages} pages · ${now.listings} listings · ${now.findings} findings · ${now.waiting} waiting`;
  process.stderr.write(`\r\x1b[K  ${text}`);
}

const reaches = (report: PatrolReport, failOn: Severity): boolean =>
  report.findings.some(
    (f) => f.confidence >= 0.5 && SEVERITIES.indexOf(f.severity) >= SEVERITIES.indexOf(failOn),
  );

export const command: Command = {
  summary: 'visit a site without any database: report and sealed evidence',
  help: `Usage: yiwang patrol URL [--out DIR] [--max-pages 1000] [--rate 1] [--render auto|never|always]
                     [--pictures auto|never] [--rules DIR] [--allow-address HOST[:PORT]…] [--fail-on slight|serious|major]
                     [--json]

Visits a site politely (robots.txt, one pace a host, honest User-Agent), reads who trades there and what is offered,
screens it by the rule packs and seals what it suspects.

  --out DIR            report.html, report.json and evidence/*.wacz (default: patrol-HOST-TIME)
  --max-pages N        pages after which it ends
  --rate R             requests a second and host
  --render             auto: where script draws the page, and for pictures of what is sealed · never · always
  --pictures P         auto: read words and QR codes in pictures of licences, and of descriptions that are little but
                       pictures · never
  --rules DIR          packs of another folder instead of this release's
  --allow-address A    let the address guard pass a laboratory
  --fail-on S          exit 1 when something of that severity or above was found
  --json               print report.json

YIWANG_CONTACT is where the site's owner can reach you; it is part of the User-Agent.
Ctrl-C ends it in order with the report of what was seen.
Exit 0 done · 1 --fail-on was reached · 2 usage, or not one page came.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        'max-pages': { type: 'string', default: '1000' },
        rate: { type: 'string', default: '1' },
        render: { type: 'string', default: 'auto' },
        pictures: { type: 'string', default: 'auto' },
        rules: { type: 'string' },
        'allow-address': { type: 'string', multiple: true, default: [] },
        'fail-on': { type: 'string' },
        json: { type: 'boolean' },
      },
    });
    const [given] = positionals;
    if (given === undefined || positionals.length > 1) throw new UsageError('one URL');
    const site = /^https?:/i.test(given) ? normaliseUrl(given) : null;
    if (site === null) throw new UsageError(`"${given}" is no http(s) address`);
    const { render } = values;
    if (render !== 'auto' && render !== 'never' && render !== 'always')
      throw new UsageError('--render is auto, never or always');
    if (!['auto', 'never'].includes(values.pictures)) throw new UsageError('--pictures is auto or never');
    const failOn = values['fail-on'];
    if (failOn !== undefined && !['slight', 'serious', 'major'].includes(failOn))
      throw new UsageError('--fail-on is slight, serious or major');
    const time = new Date().toISOString().slice(0, 16).replace(/\D/g, '');
    const out = values.out ?? `patrol-${new URL(site).host.replace(/[^\w.-]/g, '_')}-${time}`;
    const engine = compileEngine(loadPacks(values.rules), { today: today() });
    const maxPages = numberOf('max-pages', values['max-pages'], 1);
    const rate = numberOf('rate', values.rate, 0.001);
    mkdirSync(out, { recursive: true });
    const stop = stopOnSignal();
    const { report, pictures } = await runPatrol({
      site,
      out,
      maxPages,
      rate,
      render,
      pictures: values.pictures === 'auto',
      allowAddresses: values['allow-address'],
      engine,
      venuePacks: loadVenuePacks(values.rules),
      signal: stop.signal,
      ...(process.stderr.isTTY ? { onProgress: showProgress } : {}),
    });
    stop.done();
    if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
    const json = `${JSON.stringify(report, null, 2)}\n`;
    writeFileSync(join(out, 'report.json'), json);
    writeFileSync(join(out, 'report.html'), reportHtml(report, pictures));
    const proven = report.findings.filter((f) => f.evidence !== null).length;
    if (values.json) process.stdout.write(json);
    else
      process.stdout.write(
        `${report.pages} pages, ${report.listings.length} listings, ${proven} findings, ${report.evidence.length} captures: ${join(out, 'report.html')}\n`,
      );
    if (report.stopped === 'error') {
      const reason = report.failed[0]?.reason ?? report.barred[0]?.reason ?? 'no page came';
      process.stderr.write(`yiwang patrol: ${site} gave no page: ${reason}\n`);
      return 2;
    }
    return failOn !== undefined && reaches(report, failOn as Severity) ? 1 : 0;
  },
};
