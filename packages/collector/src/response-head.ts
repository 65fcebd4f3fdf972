// SPDX-License-Identifier: Apache-2.0
import type { Headers } from './exchange.ts';

const LF = 10;
const CR = 13;

/** Index just behind the empty line that ends a head beginning at `from`, or -1. Bare line feeds count (RFC 9112 §2.2). */
export function headEnd(bytes: Uint8Array, from = 0): number {
  for (let i = from; i < bytes.length; i++) {
    if (bytes[i] !== LF) continue;
    if (bytes[i + 1] === LF) return i + 2;
    if (bytes[i + 1] === CR && bytes[i + 2] === LF) return i + 3;
  }
  return -1;
}

/** Splits what came over the wire into the head of the final response (interim 1xx left out) and the rest. */
export function splitResponse(wire: Uint8Array): { head: Uint8Array; rest: Uint8Array } {
  let from = 0;
  for (;;) {
    const end = headEnd(wire, from);
    if (end < 0) return { head: wire.subarray(from), rest: wire.subarray(wire.length) };
    const status = Buffer.from(wire.subarray(from, Math.min(end, from + 14))).toString('latin1');
    if (!/^HTTP\/1\.[01] 1\d\d/.test(status) || /^HTTP\/1\.[01] 101/.test(status))
      return { head: wire.subarray(from, end), rest: wire.subarray(end) };
    from = end;
  }
}

/** undici's header object with every value one string: repeated ones joined by `, `, `set-cookie` by line feeds. */
export function joinHeaders(raw: Record<string, string | string[] | undefined>): Headers {
  const headers: Headers = {};
  for (const [name, value] of Object.entries(raw))
    if (value !== undefined)
      headers[name.toLowerCase()] = Array.isArray(value)
        ? value.join(name.toLowerCase() === 'set-cookie' ? '\n' : ', ')
        : value;
  return headers;
}

/**
 * The Location of a response head with every byte outside ASCII percent-encoded as it is: servers put raw UTF-8 and raw
 * GBK there, and only the unchanged bytes lead to the page they mean.
 */
export function rawLocation(head: Uint8Array): string | null {
  const text = Buffer.from(head).toString('latin1');
  const match = /\r?\nlocation[ \t]*:[ \t]*([^\r\n]*)/i.exec(text);
  const value = match?.[1]?.trim();
  if (!value) return null;
  return value.replace(/[\x80-\xff]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`);
}
