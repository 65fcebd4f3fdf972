// SPDX-License-Identifier: Apache-2.0

const UNRESERVED = /[A-Za-z0-9\-._~]/;
const encoder = new TextEncoder();

/**
 * The form in which paths and patterns are compared (RFC 9309 §2.2.2): octets outside ASCII percent-encoded, encoded
 * unreserved characters decoded, hexadecimal digits in upper case. `*` and `$` that mean themselves come encoded
 * (`%2A`, `%24`) and stay so. In a query `:` and `/` equal their encoded forms, as in the RFC's table.
 */
export function normalisePath(text: string): string {
  const start = text.indexOf('?');
  const cutAt = start < 0 ? text.length : start;
  return normalisePart(text.slice(0, cutAt), false) + normalisePart(text.slice(cutAt), true);
}

function normalisePart(text: string, query: boolean): string {
  return text
    .replace(/[^\x00-\x7f]+/g, (run) =>
      [...encoder.encode(run)].map((b) => `%${b.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
    )
    .replace(/%([0-9a-fA-F]{2})/g, (whole, hex: string) => {
      const char = String.fromCharCode(Number.parseInt(hex, 16));
      if (UNRESERVED.test(char) || (query && (char === ':' || char === '/'))) return char;
      return whole.toUpperCase();
    });
}

/**
 * A pattern of robots.txt as a function: matches from the start of the path, `*` is any run, a final `$` the end.
 * Pieces are found left to right, so the time is bounded by path × pattern, whatever the pattern.
 */
export function pathMatcher(pattern: string): (path: string) => boolean {
  const anchored = pattern.endsWith('$');
  const pieces = (anchored ? pattern.slice(0, -1) : pattern).split('*').filter((p, i) => i === 0 || p !== '');
  const [first = '', ...others] = pieces;
  const openEnd = (anchored ? pattern.slice(0, -1) : pattern).endsWith('*');
  if (others.length === 0 && !anchored) return (path) => path.startsWith(first);
  return (path) => {
    if (!path.startsWith(first)) return false;
    let at = first.length;
    for (let i = 0; i < others.length; i++) {
      const piece = others[i]!;
      if (anchored && !openEnd && i === others.length - 1)
        return path.length - piece.length >= at && path.endsWith(piece);
      const found = path.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return !anchored || openEnd || at === path.length;
  };
}
