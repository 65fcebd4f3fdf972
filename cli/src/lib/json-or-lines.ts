// SPDX-License-Identifier: Apache-2.0

/**
 * Turns a JSON document (one object or a list, over any number of lines) into NDJSON; NDJSON stays as it is.
 * A text that is neither is left alone for the line reader to report.
 */
export function jsonOrLines(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return (Array.isArray(value) ? value : [value]).map((one) => JSON.stringify(one)).join('\n');
  } catch {
    return text;
  }
}
