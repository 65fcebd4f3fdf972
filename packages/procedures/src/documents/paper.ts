// SPDX-License-Identifier: Apache-2.0
import type { DocumentTemplate } from './template.ts';

/** A paper as it is declared; its fields come from the forms of the steps that make it. */
export interface Paper extends Omit<DocumentTemplate, 'fields' | 'fieldTitles' | 'title' | 'text'> {
  title: readonly [zh: string, en: string];
  to: string;
  says: readonly string[];
  closing?: string;
}
