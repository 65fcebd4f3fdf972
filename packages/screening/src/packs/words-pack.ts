// SPDX-License-Identifier: Apache-2.0
import type { Terms } from '../types.ts';

/**
 * A pack (not yet parsed) that matches a plain list of words with all folds: for trying out, and for lists of one's own.
 * Blank lines and lines that begin with # are passed over; braces are taken as they are.
 */
export function wordsPack(lines: readonly string[]): unknown {
  const terms: Terms = [];
  for (const line of lines) {
    const term = line.trim();
    if (term === '' || term.startsWith('#') || term.length > 64) continue;
    terms.push(term.replace(/[{}|@]/g, ' ').trim());
  }
  const example = Array.from({ length: 6 }, () => 'example');
  return {
    format: 1,
    pack: 'words',
    title: { zh: '自定义词表', en: 'Own word list' },
    rules: [
      {
        id: 'words',
        label: 'words',
        severity: 'slight',
        title: { zh: '命中自定义词表', en: 'In the word list' },
        basis: [],
        note: 'A list given on the command line.',
        inForce: { from: '0001-01-01', to: null },
        sources: ['listing', 'review', 'question', 'page', 'live'],
        fields: ['title', 'description', 'shop', 'category', 'ocrText', 'attributes'],
        defaultContexts: false,
        match: [{ terms: terms.filter((t) => t !== ''), fold: 'far' }],
        examples: { positive: example, negative: example },
      },
    ],
  };
}
