// SPDX-License-Identifier: Apache-2.0
import { paths } from './format.ts';
import { parseHttpMessage } from './http-message.ts';
import { readWarc, type WarcRecord } from './warc.ts';
import { readZip, type ZipMember } from './zip.ts';

export interface WaczPage {
  url: string;
  ts: string;
  title: string;
  text: string;
}

export interface WaczContent {
  members: ZipMember[];
  records: WarcRecord[];
  pages: WaczPage[];
}

/** Opens a WACZ for viewing, tolerantly and without verifying: show it only beside what `verifyWacz` says. */
export function readWacz(bytes: Uint8Array): WaczContent {
  const { members } = readZip(bytes);
  const records = [...members.values()]
    .filter((m) => /^archive\/.+\.warc\.gz$/.test(m.name))
    .flatMap((m) => readWarc(m.bytes).records);
  const lines = new TextDecoder()
    .decode(members.get(paths.pages)?.bytes ?? new Uint8Array(0))
    .split('\n')
    .slice(1);
  const pages = lines.flatMap((line): WaczPage[] => {
    try {
      const page = JSON.parse(line) as Partial<Record<keyof WaczPage, unknown>>;
      if (typeof page.url !== 'string' || typeof page.ts !== 'string') return [];
      return [{ url: page.url, ts: page.ts, title: String(page.title ?? ''), text: String(page.text ?? '') }];
    } catch {
      return [];
    }
  });
  return { members: [...members.values()], records, pages };
}

/** The resource record of a kind for a page: `screenshot` (PNG), `text`, `dom`, `conditions` (JSON). */
export function findResource(content: WaczContent, kind: string, url?: string): WarcRecord | undefined {
  const prefix = `urn:${kind}:`;
  return content.records.find(
    (r) => r.uri.startsWith(prefix) && (url === undefined || r.uri === prefix + url),
  );
}

/** The response that was received from an address, split into head and payload (content coding still on). */
export function findResponse(content: WaczContent, url: string) {
  const record = content.records.find((r) => r.type === 'response' && r.uri === url);
  const message = record === undefined ? null : parseHttpMessage(record.block);
  return record === undefined || message === null ? undefined : { record, message };
}
