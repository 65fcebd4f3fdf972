// SPDX-License-Identifier: Apache-2.0

/** Markup that is safe to send: made by the `html` tag only, so whatever else comes in is escaped. */
export class Html {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return this.#markup;
  }
}

export type Part = Html | string | number | null | undefined | false | readonly Part[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => ENTITIES[c] ?? c);

function write(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (part instanceof Html) return part.toString();
  if (Array.isArray(part)) return part.map(write).join('');
  return escapeHtml(String(part));
}

/**
 * Template tag of the portal. Every value is escaped for element text and quoted attributes, which is where values may
 * stand; nothing of a visitor ever stands in a script, a style or an unquoted attribute.
 */
export const html = (strings: TemplateStringsArray, ...parts: Part[]): Html =>
  new Html(strings.reduce((text, piece, i) => text + piece + (i < parts.length ? write(parts[i]) : ''), ''));
