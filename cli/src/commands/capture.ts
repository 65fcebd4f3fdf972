// SPDX-License-Identifier: Apache-2.0
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { parseArgs } from 'node:util';
import { createFetcher, createPoliteness, type Rendering } from '@yiwang/collector';
import { extractPage } from '@yiwang/extraction';
import { AppError, failed } from '@yiwang/kernel';
import { type Command, UsageError } from '../command.ts';
import { makeRenderer } from '../lib/browser.ts';
import { sealPage } from '../lib/seal-page.ts';
import { contact, machineClock, USER_AGENT } from '../lib/software.ts';

export const command: Command = {
  summary: 'one page as evidence: the bytes received, a picture, the conditions, sealed as WACZ',
  help: `Usage: yiwang capture URL --out FILE.wacz [--render always|never] [--allow-address HOST[:PORT]…] [--json]

Fetches one page and seals it: the very response, how it looked in a browser, its text, the conditions, SHA-256 and SM3.
One page asked for by a person is a visit, not a crawl: what robots.txt says of it is recorded, not enforced.

  --render always|never      with a picture (default, where a browser is found) or without
  --allow-address HOST[:PORT]  let the address guard pass a laboratory
  --json                     JSON on a terminal, too

Answer: {"file","sha256","url","finalUrl","status","title","bytes","picture"}
Exit 0 captured · 1 there was no answer to capture · 2 usage.`,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        out: { type: 'string' },
        render: { type: 'string', default: 'always' },
        'allow-address': { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean' },
      },
    });
    const [url] = positionals;
    if (url === undefined || positionals.length > 1) throw new UsageError('one URL');
    if (!/^https?:/i.test(url) || !URL.canParse(url)) throw new UsageError(`"${url}" is no http(s) address`);
    if (!values.out) throw new UsageError('--out FILE.wacz is needed');
    if (!['always', 'never', 'auto'].includes(values.render))
      throw new UsageError('--render is always or never');
    const fetcher = createFetcher({
      userAgent: USER_AGENT,
      contact: contact(),
      clock: machineClock,
      allowAddresses: values['allow-address'],
    });
    const politeness = createPoliteness({ fetcher, clock: machineClock, rate: 2 });
    try {
      const robots = await politeness.judge(url);
      const exchange = await fetcher.fetch(url, { ground: 'capture' });
      if (exchange.status === 0)
        throw failed('capture.no-answer', `no answer from ${url}: ${exchange.error?.message ?? 'unknown'}`);
      const facts = extractPage({
        bytes: exchange.body,
        url: exchange.finalUrl,
        contentType: exchange.headers['content-type'] ?? null,
      });
      let rendering: Rendering | null = null;
      let noRendering: string | null = null;
      if (values.render !== 'never') {
        const renderer = makeRenderer(fetcher);
        try {
          rendering = await renderer.render(exchange.finalUrl, { recorded: exchange });
        } catch (error) {
          if (!(error instanceof AppError)) throw error;
          noRendering = error.message;
          process.stderr.write(`yiwang capture: without a picture: ${error.message}\n`);
        } finally {
          await renderer.close();
        }
      }
      const { bytes, sha256 } = sealPage({
        exchange,
        facts,
        rendering,
        noRendering,
        ground: 'capture by a person',
        userAgent: fetcher.userAgent,
        robots,
        judgedRendering: false,
      });
      mkdirSync(dirname(values.out), { recursive: true });
      writeFileSync(values.out, bytes);
      const answer = {
        file: values.out,
        sha256,
        url,
        finalUrl: exchange.finalUrl,
        status: exchange.status,
        title: facts.title,
        bytes: bytes.length,
        picture: rendering?.screenshot != null,
      };
      if (values.json || !process.stdout.isTTY) process.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
      else process.stdout.write(`${answer.file}  ${bytes.length} bytes  SHA-256 ${sha256}\n${facts.title}\n`);
      return 0;
    } catch (error) {
      if (error instanceof AppError && error.code === 'capture.no-answer') {
        process.stderr.write(`yiwang capture: ${error.message}\n`);
        return 1;
      }
      throw error;
    } finally {
      await fetcher.close();
    }
  },
};
