// SPDX-License-Identifier: Apache-2.0
import { decodeHTML, decodeHTMLAttribute } from 'entities';

/** Character references to characters, after the rules of HTML; text without `&` is returned as it is. */
export function decodeEntities(text: string, attribute = false): string {
  if (!text.includes('&')) return text;
  return attribute ? decodeHTMLAttribute(text) : decodeHTML(text);
}
