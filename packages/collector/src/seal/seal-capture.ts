// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { canonicalJson } from '@yiwang/kernel';
import {
  MANIFEST_FORMAT,
  paths,
  type SealManifest,
  surt,
  timestampDigits,
  WACZ_VERSION,
} from '@yiwang/proof';
import type { Exchange } from '../exchange.ts';
import { type Indexed, recordExchange } from './record-exchange.ts';
import { WarcWriter, type WrittenRecord } from './write-warc.ts';
import { type NewMember, writeZip } from './write-zip.ts';

export interface SealPage {
  /** Address of an exchange in the capture, after redirects. */
  url: string;
  title: string;
  /** Visible text; goes into the list of pages and into its own record. */
  text: string;
  /** When it was fetched, ms since the epoch; must be that of its exchange. */
  at: number;
}

/** How a page looked in a browser. */
export interface SealRendering {
  url: string;
  at: number;
  screenshot?: Uint8Array;
  screenshotType?: string;
  html?: string;
  text?: string;
}

export interface SealInput {
  /** What was received, the judged response first; redirects are taken from each. Any order, recorded as given. */
  exchanges: readonly Exchange[];
  pages: readonly SealPage[];
  renderings?: readonly SealRendering[];
  /** Under what conditions: software, User-Agent, robots verdict, renderer, sandbox, clock, differences. Plain JSON. */
  conditions: Record<string, unknown>;
  /** Further files that belong to it, e.g. findings: recorded as `urn:NAME:URL`. */
  attachments?: readonly { name: string; url: string; type: string; bytes: Uint8Array }[];
  /** Milliseconds since the epoch. */
  createdAt: number;
  /** e.g. `yiwang/0.1.0`. */
  software: string;
  title?: string;
}

const utf8 = (text: string): Uint8Array => Buffer.from(text, 'utf8');
const hash = (algorithm: 'sha256' | 'sm3', bytes: Uint8Array): string =>
  createHash(algorithm).update(bytes).digest('hex');

/** Redirect hops before the response they led to, each exchange once, renderings of the same object once. */
function flatten(exchanges: readonly Exchange[]): Exchange[] {
  const all = new Set<Exchange>();
  for (const exchange of exchanges) {
    for (const hop of exchange.redirects) all.add(hop);
    all.add(exchange);
  }
  return [...all];
}

function writeRecords(input: SealInput): { writer: WarcWriter; indexed: Indexed[] } {
  const writer = new WarcWriter();
  const date = new Date(input.createdAt).toISOString();
  writer.add({
    type: 'warcinfo',
    uri: '',
    date,
    contentType: 'application/warc-fields',
    block: utf8(
      `software: ${input.software}\r\nformat: WARC File Format 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n`,
    ),
    headers: [['WARC-Filename', 'data.warc.gz']],
  });
  const indexed: Indexed[] = [];
  const first = new Map<string, { record: WrittenRecord; uri: string }>();
  for (const exchange of flatten(input.exchanges)) {
    const entry = recordExchange(writer, exchange, first);
    if (entry !== null) indexed.push(entry);
  }
  const resource = (name: string, url: string, at: number, mime: string, block: Uint8Array) => {
    const record = writer.add({
      type: 'resource',
      uri: `urn:${name}:${url}`,
      date: new Date(at).toISOString(),
      contentType: mime,
      block,
    });
    indexed.push({ record, status: 200, mime: mime.split(';')[0]! });
  };
  for (const page of input.pages)
    resource('text', page.url, page.at, 'text/plain; charset=utf-8', utf8(page.text));
  for (const r of input.renderings ?? []) {
    if (r.screenshot) resource('screenshot', r.url, r.at, r.screenshotType ?? 'image/png', r.screenshot);
    if (r.html !== undefined) resource('dom', r.url, r.at, 'text/html; charset=utf-8', utf8(r.html));
    if (r.text !== undefined)
      resource('rendered-text', r.url, r.at, 'text/plain; charset=utf-8', utf8(r.text));
  }
  const main = input.pages[0]?.url ?? input.exchanges[0]?.finalUrl ?? '';
  resource('conditions', main, input.createdAt, 'application/json', utf8(canonicalJson(input.conditions)));
  for (const { name, url, type, bytes } of input.attachments ?? [])
    resource(name, url, input.createdAt, type, bytes);
  return { writer, indexed };
}

function writeIndex(indexed: readonly Indexed[]): Uint8Array {
  const lines = indexed.map(({ record, status, mime }) => {
    const fields = {
      url: record.uri,
      mime: record.type === 'revisit' ? 'warc/revisit' : mime,
      status: String(status),
      digest: record.payloadDigest ?? undefined,
      length: String(record.length),
      offset: String(record.offset),
      filename: 'data.warc.gz',
    };
    // Not the full instant: 14 digits are what readers of CDXJ expect.
    const key = surt(record.uri).replace(/\s/g, '%20');
    return `${key} ${timestampDigits(record.date).slice(0, 14)} ${JSON.stringify(fields)}\n`;
  });
  return utf8(lines.sort().join(''));
}

function writePages(pages: readonly SealPage[]): Uint8Array {
  const header = { format: 'json-pages-1.0', id: 'pages', title: 'All Pages', hasText: true };
  const lines = pages.map((page, index) => ({
    id: `p${index + 1}`,
    url: page.url,
    ts: new Date(page.at).toISOString(),
    title: page.title,
    text: page.text,
  }));
  return utf8([header, ...lines].map((line) => `${JSON.stringify(line)}\n`).join(''));
}

/**
 * Writes one capture as WACZ 1.1.1: the WARC with the very bytes received, its index, the list of pages, and both
 * digests (SHA-256, SM3) of every member. The same input gives the same bytes.
 */
export function sealCapture(input: SealInput): Uint8Array {
  const { writer, indexed } = writeRecords(input);
  const created = new Date(input.createdAt).toISOString();
  const content: NewMember[] = [
    { name: paths.warc, bytes: writer.bytes() },
    { name: paths.index, bytes: writeIndex(indexed) },
    { name: paths.pages, bytes: writePages(input.pages) },
  ];
  const manifest: SealManifest = {
    format: MANIFEST_FORMAT,
    createdAt: created,
    software: input.software,
    members: content.map(({ name, bytes }) => ({
      path: name,
      bytes: bytes.length,
      sha256: hash('sha256', bytes),
      sm3: hash('sm3', bytes),
    })),
  };
  const members: NewMember[] = [...content, { name: paths.manifest, bytes: utf8(canonicalJson(manifest)) }];
  const datapackage = utf8(
    JSON.stringify({
      profile: 'data-package',
      wacz_version: WACZ_VERSION,
      title: input.title ?? input.pages[0]?.title ?? '',
      created,
      software: input.software,
      ...(input.pages[0]
        ? { mainPageUrl: input.pages[0].url, mainPageDate: new Date(input.pages[0].at).toISOString() }
        : {}),
      resources: members.map(({ name, bytes }) => ({
        name: name.split('/').at(-1),
        path: name,
        hash: `sha256:${hash('sha256', bytes)}`,
        bytes: bytes.length,
      })),
    }),
  );
  const digest = utf8(
    JSON.stringify({
      path: paths.datapackage,
      hash: `sha256:${hash('sha256', datapackage)}`,
      sm3: hash('sm3', datapackage),
    }),
  );
  return writeZip(
    [...members, { name: paths.datapackage, bytes: datapackage }, { name: paths.digest, bytes: digest }],
    input.createdAt,
  );
}
