// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { extractPage, type PageFacts, type PageInput, withPictures } from '@yiwang/extraction';
import { failed } from '@yiwang/kernel';
import { type Command, UsageError } from '../command.ts';
import { readBytes } from '../lib/read-lines.ts';
import { contact, machineClock, USER_AGENT } from '../lib/software.ts';

const help = `
Usage: yiwang extract FILE|URL|- [--base URL] [--content-type T] [--allow-address HOST[:PORT]…] [--pictures] [--text]

Reads a page's bytes and says what they tell: operators, listings, marks, links. A URL is fetched once, through the
address guard; nothing is rendered. A FILE that is a picture (PNG, JPEG, WebP, BMP) is read as a licence: its words and
QR codes become the same facts, marked with the picture they come from.

  --base URL                   the page's own address, base of its links (default: the URL, else http://localhost/)
  --content-type T             the Content-Type the page came with; its charset is checked against the bytes
  --allow-address HOST[:PORT]  let the address guard pass a laboratory
  --pictures                   also read the page's pictures of licences and descriptions, as few as matter
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

interface Wanted {
  'content-type'?: string | undefined;
  'allow-address': string[];
  pictures?: boolean | undefined;
}

/** Whether a file begins as PNG, JPEG, WebP or BMP do; the collector, slow to load, looks closer. */
const startsAsPicture = (bytes: Uint8Array): boolean => {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  return /^(?:\x89PNG|\xff\xd8\xff|RIFF.{4}WEBP|BM.{4}\0\0)/s.test(head);
};

async function factsOf(page: PageInput, base: string, wanted: Wanted): Promise<PageFacts> {
  const isPicture = startsAsPicture(page.bytes);
  const facts = extractPage({
    bytes: isPicture ? new Uint8Array(0) : page.bytes,
    url: base,
    contentType: wanted['content-type'] ?? page.contentType ?? null,
  });
  if (!isPicture && !wanted.pictures) return facts;
  const { createFetcher, createPictureReader, picturesToRead, readPagePictures } = await import(
    '@yiwang/collector'
  );
  const reader = createPictureReader();
  const fetcher = createFetcher({
    userAgent: USER_AGENT,
    contact: contact(),
    clock: machineClock,
    allowAddresses: wanted['allow-address'],
  });
  try {
    if (isPicture) {
      const { text, codes, skipped } = await reader.read(page.bytes);
      const read = withPictures(facts, [{ url: base, role: 'licence', text, codes }]);
      return {
        ...read,
        text,
        kindHint: read.operators.length > 0 ? 'licence' : 'other',
        warnings: skipped === null ? read.warnings : [...read.warnings, `picture: ${skipped}`],
      };
    }
    const pictures = await readPagePictures(picturesToRead(facts), {
      reader,
      fetch: (url) => fetcher.fetch(url, { ground: 'picture' }),
    });
    return withPictures(facts, pictures);
  } finally {
    await reader.close();
    await fetcher.close();
  }
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
        pictures: { type: 'boolean' },
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
    const base = values.base ?? page.url;
    const facts = await factsOf(page, base, values);
    const { text, ...rest } = facts;
    process.stdout.write(`${JSON.stringify(values.text ? { ...rest, text } : rest, null, 2)}\n`);
    return 0;
  },
};
