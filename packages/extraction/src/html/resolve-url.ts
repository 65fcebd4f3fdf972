// SPDX-License-Identifier: Apache-2.0

// Characters that the URL parser leaves alone everywhere; anything else goes through `new URL`.
const PLAIN_PATH = /^\/(?:[\w\-~!$&()*+,;=:@%?][\w\-.~!$&()*+,;=:@%/?]*)?$/;
const PLAIN_ABSOLUTE = /^https?:\/\/[a-z0-9.-]+\/(?:[\w\-~!$&()*+,;=:@%?][\w\-.~!$&()*+,;=:@%/?]*)?$/;

/** Resolves addresses against one base, quickly for the common forms, and to http(s) only. */
export class Resolver {
  readonly base: URL | null;
  readonly #origin: string;

  constructor(base: string) {
    let url: URL | null = null;
    try {
      url = new URL(base);
    } catch {
      // No usable base: absolute addresses still resolve.
    }
    this.base = url;
    this.#origin = url && (url.protocol === 'http:' || url.protocol === 'https:') ? url.origin : '';
  }

  /** Absolute address with its fragment, or null for `javascript:`, `mailto:`, malformed and other foreign ones. */
  resolve(reference: string): string | null {
    const first = reference.charCodeAt(0);
    if (first === 47 && this.#origin !== '' && !reference.includes('/.') && PLAIN_PATH.test(reference))
      return this.#origin + reference;
    if (first === 104 && PLAIN_ABSOLUTE.test(reference) && !reference.includes('/.') && !isOddHost(reference))
      return reference;
    const trimmed = reference.trim();
    if (trimmed === '' || trimmed.length > 4096) return null;
    try {
      const url = this.base ? new URL(trimmed, this.base) : new URL(trimmed);
      return url.protocol === 'http:' || url.protocol === 'https:' ? url.href : null;
    } catch {
      return null;
    }
  }

  /** As `resolve`, without the fragment; fragments that are routes of a script-driven shop (`#/…`, `#!…`) stay. */
  link(reference: string): string | null {
    const url = this.resolve(reference);
    if (url === null) return null;
    const hash = url.indexOf('#');
    if (hash < 0) return url;
    const next = url.charCodeAt(hash + 1);
    return (next === 47 || next === 33) && url.length > hash + 2 ? url : url.slice(0, hash);
  }
}

// Hosts that the URL parser would rewrite: numeric IPv4 forms, trailing dots, empty labels, punycode.
const isOddHost = (url: string): boolean =>
  /^https?:\/\/(?:[\d.]+\/|[^/]*(?:\.\.|xn--)|[^/]*\.\/|[.-])/.test(url) ||
  /^https?:\/\/[^/]*\.(?:0x)?\d+\//.test(url);
