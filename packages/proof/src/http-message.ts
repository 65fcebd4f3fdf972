// SPDX-License-Identifier: Apache-2.0

export interface HttpMessage {
  startLine: string;
  /** By lower-case name; repeated ones joined by `, `. */
  headers: Map<string, string>;
  body: Uint8Array;
  /** The body with the transfer coding undone: the payload of RFC 9110 and of WARC-Payload-Digest. */
  payload: Uint8Array;
}

const latin1 = new TextDecoder('latin1');

/** Where the empty line of a head ends, or -1. */
export function endOfHead(bytes: Uint8Array): number {
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] !== 10) continue;
    if (bytes[i + 1] === 10) return i + 2;
    if (bytes[i + 1] === 13 && bytes[i + 2] === 10) return i + 3;
  }
  return -1;
}

/** Header lines (RFC 9112 §5), folded ones joined. */
export function parseHeaderLines(lines: string[]): Map<string, string> {
  const headers = new Map<string, string>();
  let last: string | null = null;
  for (const line of lines) {
    if (/^[ \t]/.test(line) && last !== null) {
      headers.set(last, `${headers.get(last)} ${line.trim()}`);
      continue;
    }
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim().toLowerCase();
    const value = line.slice(colon + 1).trim();
    headers.set(name, headers.has(name) ? `${headers.get(name)}, ${value}` : value);
    last = name;
  }
  return headers;
}

/** Undoes chunked transfer coding as far as it goes (RFC 9112 §7.1); null when the framing is broken from the start. */
export function dechunk(body: Uint8Array): Uint8Array | null {
  const parts: Uint8Array[] = [];
  let at = 0;
  while (at < body.length) {
    const lineEnd = body.indexOf(10, at);
    const size = Number.parseInt(latin1.decode(body.subarray(at, lineEnd < 0 ? body.length : lineEnd)), 16);
    if (!Number.isFinite(size) || size < 0) return parts.length === 0 ? null : join(parts);
    if (size === 0 || lineEnd < 0) break;
    parts.push(body.subarray(lineEnd + 1, lineEnd + 1 + size));
    at = lineEnd + 1 + size;
    if (body[at] === 13) at++;
    if (body[at] === 10) at++;
  }
  return join(parts);
}

function join(parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Splits a request or response as it stood on the wire. Null when there is no complete head. */
export function parseHttpMessage(block: Uint8Array): HttpMessage | null {
  const end = endOfHead(block);
  if (end < 0) return null;
  const [startLine = '', ...lines] = latin1.decode(block.subarray(0, end)).split(/\r?\n/);
  const headers = parseHeaderLines(lines);
  const body = block.subarray(end);
  const chunked = /(?:^|,)\s*chunked\s*$/i.test(headers.get('transfer-encoding') ?? '');
  return { startLine, headers, body, payload: (chunked ? dechunk(body) : null) ?? body };
}
