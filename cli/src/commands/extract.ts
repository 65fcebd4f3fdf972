// SPDX-License-Identifier: Apache-2.0
import { parseArgs } from 'node:util';
import { extractPage } from '@yiwang/extraction';
import { type Command, UsageError } from '../command.ts';
import { readBytes } from '../lib/read-lines.ts';

const help = `
Usage: yiwang extract FILE|URL|- [--base URL] [--content-type T]

Reads a page's bytes and says what they tell: operators, listings, marks, links.

  --base URL          the page's own address, base of its links (default: the URL, else http://localhost/)
  --content-type T    the Content-Type header the page came with; its charset is checked against the bytes
  --text              also the visible text
  --json              accepted; the answer is JSON anyway
`;

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
        text: { type: 'boolean' },
        json: { type: 'boolean' },
      },
    });
    const source = positionals[0];
    if (source === undefined || positionals.length > 1)
      throw new UsageError('one FILE, or - for standard input');
    const base = values.base ?? 'http://localhost/';
    if (!URL.canParse(base)) throw new UsageError(`--base ${base} is no address`);
    const chunks: Uint8Array[] = [];
    for await (const chunk of readBytes(source)) chunks.push(chunk);
    const { text, ...facts } = extractPage({
      bytes: Buffer.concat(chunks),
      url: base,
      contentType: values['content-type'] ?? null,
    });
    process.stdout.write(`${JSON.stringify(values.text ? { ...facts, text } : facts, null, 2)}\n`);
    return 0;
  },
};
