// SPDX-License-Identifier: Apache-2.0
import type { Bilingual } from '../machine.ts';

/** The words of a paper. `{{name}}` stands for a value of the file; nothing else is read in them. */
export interface TemplateText {
  title: string;
  /** To whom; empty: a paper of the file itself. */
  addressee: string;
  paragraphs: readonly string[];
  /** What stands above the office and the date at the end. */
  closing: string;
}

/** A paper as the house declares it; an office may put words of its own in the place of `text`. */
export interface DocumentTemplate {
  id: string;
  title: Bilingual;
  /** Word at the head of its number, e.g. 移 in `移〔2026〕900121第0001号`. */
  sign: string;
  /** Official paper of law.md §7 that it follows, where there is one. */
  law?: string;
  text: TemplateText;
  /** Names that its words may use beside the common ones: the fields of the form that makes it. */
  fields: readonly string[];
  fieldTitles: Readonly<Record<string, Bilingual>>;
}

/** What every paper knows of its file. */
export const COMMON_FIELDS = {
  office: { zh: '本单位', en: 'own office' },
  officeOther: { zh: '对方单位', en: 'the other office' },
  number: { zh: '文书编号', en: 'number of the paper' },
  date: { zh: '日期', en: 'date' },
  fileNumber: { zh: '办件编号', en: 'number of the file' },
  leadNumber: { zh: '线索编号', en: 'number of the lead' },
  object: { zh: '商品或页面', en: 'goods or page' },
  url: { zh: '网址', en: 'address' },
  shop: { zh: '店铺', en: 'shop' },
  subject: { zh: '主体', en: 'subject' },
  uscc: { zh: '统一社会信用代码', en: 'uniform social credit code' },
  labels: { zh: '涉嫌类别', en: 'suspected of' },
  basis: { zh: '涉嫌违反', en: 'suspected under' },
  evidence: { zh: '证据清单', en: 'evidence' },
  received: { zh: '收到日期', en: 'received on' },
  facts: { zh: '事实和理由', en: 'facts and grounds' },
  claim: { zh: '诉求', en: 'claim' },
  amount: { zh: '金额', en: 'amount' },
  due: { zh: '期限', en: 'due' },
} as const satisfies Record<string, Bilingual>;

const PLACE = /\{\{\s*([\w-]+)\s*\}\}/g;
const MISSING = '——';

const fill = (text: string, data: Readonly<Record<string, string>>): string =>
  text.replace(PLACE, (_, name: string) => data[name]?.trim() || MISSING);

/** The words with the values in their places. Values are never read for places of their own. */
export function fillTemplate(text: TemplateText, data: Readonly<Record<string, string>>): TemplateText {
  return {
    title: fill(text.title, data),
    addressee: fill(text.addressee, data),
    paragraphs: text.paragraphs.map((one) => fill(one, data)).filter((one) => one.trim() !== ''),
    closing: fill(text.closing, data),
  };
}

/** Places in the words that the paper does not know; an office is told before it saves. */
export function unknownPlaces(template: DocumentTemplate, text: TemplateText): string[] {
  const known = new Set([...Object.keys(COMMON_FIELDS), ...template.fields]);
  const words = [text.title, text.addressee, ...text.paragraphs, text.closing].join('\n');
  return [...new Set([...words.matchAll(PLACE)].map((match) => match[1]!))].filter(
    (name) => !known.has(name),
  );
}
