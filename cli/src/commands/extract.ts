// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { extractPage, type PageInput } from '@yiwang/extraction';
import { failed } from '@yiwang/kernel';
import { type Command, UsageError } from '../command.ts';
import { readBytes } from '../lib/read-lines.ts';
import { contact, machineClock, USER_AGENT } from '../lib/software.ts';

const help = `
Usage: yiwang extract FILE|URL|- [--base URL] [--content-type T] [--allow-address HOST[:PORT]…] [--text]

Reads a page's bytes and says what they tell: operators, listings, marks, links. A URL is fetched once, through the
address guard; nothing is rendered.

  --base URL                   the page's own address, base of its links (default: the URL, else http://localhost/)
  --content-type T             the Content-Type the page came with; its charset is checked against the bytes
  --allow-address HOST[:PORT]  let the address guard pass a laboratory
  --text                       also the visible text
  --json                       accepted; the answer is JSON anyway

Exit 0 read · 1 no answer from the URL · 2 usage, unreadable input.
`;

async function fetchPage(url: string, allowAddresses: string[]): Promise<PageInput> {
  const { createFetcher } = await import('@yiwang/collector');
  const fetcher = createFetcher({
    userAgent: USER_AGENT,
    contact: contact(),
    clock: machineClock,
    allowAddresses,
  });
  try {
    const exchange = await fetcher.fetch(url, { ground: 'extract' });
    if (exchange.status === 0)
      throw failed('extract.no-answer', `no answer from ${url}: ${exchange.error?.message ?? 'unknown'}`);
    return {
      bytes: exchange.body,
      url: exchange.finalUrl,
      contentType: exchange.headers['content-type'] ?? null,
    };
  } finally {
    await fetcher.close();
  }
}

async function readPage(file: string): Promise<PageInput> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of readBytes(file)) chunks.push(chunk);
  return { bytes: Buffer.concat(chunks), url: 'http://localhost/' };
}

/** `yiwang extract`. */
export const command: Command = {
  summary: 'page bytes to facts: who trades, what is offered, where it links',
  help,
  async run(args) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        base: { type: 'string' },
        'content-type': { type: 'string' },
        'allow-address': { type: 'string', multiple: true, default: [] },
        text: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    const source = positionals[0];
    if (source === undefined || positionals.length > 1)
      throw new UsageError('one FILE or URL, or - for standard input');
    if (values.base !== undefined && !URL.canParse(values.base))
      throw new UsageError(`--base ${values.base} is no address`);
    let page: PageInput;
    try {
      page = /^https?:\/\//i.test(source)
        ? await fetchPage(source, values['allow-address'])
        : await readPage(source);
    } catch (error) {
      if ((error as { code?: string }).code !== 'extract.no-answer') throw error;
      process.stderr.write(`yiwang extract: ${(error as Error).message}\n`);
      return 1;
    }
    const { text, ...facts } = extractPage({
      bytes: page.bytes,
      url: values.base ?? page.url,
      contentType: values['content-type'] ?? page.contentType ?? null,
    });
    process.stdout.write(`${JSON.stringify(values.text ? { ...facts, text } : facts, null, 2)}\n`);
    return 0;
  },
};
