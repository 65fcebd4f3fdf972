// SPDX-License-Identifier: Apache-2.0
import { timestampDigits } from './cdxj.ts';
import type { Archives } from './check-records.ts';
import type { Claims } from './claim.ts';
import { paths } from './format.ts';
import { type JsonObject, textOf } from './json-member.ts';
import type { ZipContent } from './zip.ts';

function parseLine(line: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as JsonObject)
      : null;
  } catch {
    return null;
  }
}

/** Every page of the list must be in the archive, at the time the list gives (WACZ 1.1.1 §5.3). */
export function checkPages(zip: ZipContent, archives: Archives, claims: Claims): void {
  const member = zip.members.get(paths.pages);
  if (member === undefined) return void claims.failed('page', paths.pages, 'the list of pages is missing');
  const [first, ...lines] = new TextDecoder('utf-8')
    .decode(member.bytes)
    .split('\n')
    .filter((line) => line.trim() !== '');
  const header = first === undefined ? null : parseLine(first);
  if (header === null || textOf(header, 'format') !== 'json-pages-1.0')
    return void claims.failed('page', paths.pages, 'its first line does not name the format json-pages-1.0');
  const held = new Set<string>();
  for (const records of archives.values())
    for (const record of records)
      if (record.type === 'response' || record.type === 'revisit' || record.type === 'resource')
        held.add(`${record.uri} ${timestampDigits(record.date).slice(0, 14)}`);
  let wrong = 0;
  lines.forEach((line, index) => {
    const page = parseLine(line);
    const url = page === null ? null : textOf(page, 'url');
    const ts = page === null ? null : textOf(page, 'ts');
    let reason: string | null = null;
    if (url === null || ts === null) reason = 'it names no address or no time';
    else if (!held.has(`${url} ${timestampDigits(ts).slice(0, 14)}`))
      reason = `the archive holds nothing of ${url} at ${ts}`;
    if (reason === null) return;
    wrong++;
    claims.failed('page', `${paths.pages}#${index + 2}`, reason);
  });
  if (lines.length === 0) claims.failed('page', paths.pages, 'it lists no page');
  else if (wrong === 0) claims.proven('page', paths.pages, `${lines.length} pages are in the archive`);
}
