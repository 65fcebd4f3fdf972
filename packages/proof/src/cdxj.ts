// SPDX-License-Identifier: Apache-2.0

/** One line of a CDXJ index: sort key, 14 or 17 digits of time, and where the record lies. */
export interface CdxjLine {
  key: string;
  timestamp: string;
  fields: {
    url: string;
    offset: number;
    length: number;
    filename: string;
    digest?: string;
    status?: number;
    mime?: string;
  };
}

/** Digits of an ISO instant: 14 for whole seconds, 17 where it has milliseconds. */
export const timestampDigits = (date: string): string => date.replace(/\D/g, '').slice(0, 17);

/** The sort-friendly form of an address: host reversed, default port and scheme gone (`com,example)/path?query`). */
export function surt(url: string): string {
  if (!/^https?:/i.test(url) || !URL.canParse(url)) return url;
  const { hostname, port, pathname, search } = new URL(url);
  const isAddress = hostname.startsWith('[') || /^[\d.]+$/.test(hostname);
  const host = isAddress
    ? hostname
    : hostname
        .replace(/^www\d*\./, '')
        .split('.')
        .reverse()
        .join(',');
  const query = search === '' ? '' : `?${search.slice(1).split('&').sort().join('&')}`;
  return `${host}${port === '' ? '' : `:${port}`})${pathname}${query}`.toLowerCase();
}

/** Reads a line; null when it is none. Numbers may be written as texts. */
export function parseCdxjLine(line: string): CdxjLine | null {
  const match = /^(\S+) (\d{14}(?:\d{3})?) (\{.*\})$/.exec(line);
  if (match === null) return null;
  try {
    const fields = JSON.parse(match[3]!) as Record<string, unknown>;
    const offset = Number(fields['offset']);
    const length = Number(fields['length']);
    const { url, filename, digest, mime } = fields;
    if (typeof url !== 'string' || typeof filename !== 'string') return null;
    if (!Number.isSafeInteger(offset) || !Number.isSafeInteger(length)) return null;
    return {
      key: match[1]!,
      timestamp: match[2]!,
      fields: {
        url,
        offset,
        length,
        filename,
        ...(typeof digest === 'string' ? { digest } : {}),
        ...(typeof mime === 'string' ? { mime } : {}),
        ...(fields['status'] === undefined ? {} : { status: Number(fields['status']) }),
      },
    };
  } catch {
    return null;
  }
}
