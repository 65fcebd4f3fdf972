// SPDX-License-Identifier: Apache-2.0
import type { FoldKind } from '../fold/fold-kinds.ts';

const FIELD_ZH: Record<string, string> = {
  title: '标题',
  description: '描述',
  shop: '店铺名',
  category: '类目',
  ocrText: '图片文字',
  originalPrice: '划线价',
};
const FIELD_EN: Record<string, string> = {
  title: 'title',
  description: 'description',
  shop: 'shop name',
  category: 'category',
  ocrText: 'text in the picture',
  originalPrice: 'compared price',
};

const FOLD_ZH: Record<FoldKind, string> = {
  case: '大小写',
  width: '全角',
  traditional: '繁体',
  compat: '特殊字形',
  variant: '异体字',
  numeral: '数字写法',
  'zero-width': '隐形字符',
  spaces: '夹空格',
  symbols: '夹符号',
  repeats: '叠字',
  lookalike: '形近字符',
  emoji: '表情代字',
  split: '拆字',
  homophone: '谐音',
  'near-sound': '近音',
  pinyin: '拼音',
  initials: '拼音首字母',
  reversed: '颠倒语序',
  interleaved: '隔字',
};
const FOLD_EN: Record<FoldKind, string> = {
  case: 'letter case',
  width: 'full width',
  traditional: 'traditional form',
  compat: 'special glyphs',
  variant: 'variant character',
  numeral: 'another numeral',
  'zero-width': 'invisible characters',
  spaces: 'spaces pushed in',
  symbols: 'symbols pushed in',
  repeats: 'repeated letters',
  lookalike: 'look-alike letters',
  emoji: 'emoji for a word',
  split: 'split characters',
  homophone: 'same sound',
  'near-sound': 'similar sound',
  pinyin: 'pinyin',
  initials: 'initials',
  reversed: 'changed order',
  interleaved: 'letters in between',
};

/** `attributes.品牌` → 属性“品牌”. */
const nameOf = (field: string, names: Record<string, string>, attribute: string): string =>
  names[field] ?? (field.startsWith('attributes.') ? `${attribute}“${field.slice(11)}”` : field);

/** One sentence in each language: where, what, how it was disguised, and what the rule says. */
export function explain(input: {
  field: string;
  text: string;
  term: string | null;
  folds: readonly FoldKind[];
  title: { zh: string; en: string };
  reason?: { zh: string; en: string };
  unverified: boolean;
}): { why: string; whyEn: string } {
  const { text, term, folds, title, reason } = input;
  const short = text.length > 40 ? `${text.slice(0, 40)}…` : text;
  const disguised = folds.some((f) => f !== 'case') && term !== null;
  const zh =
    reason?.zh ??
    `${nameOf(input.field, FIELD_ZH, '属性')}“${short}”${disguised ? `即“${term}”（${folds.map((f) => FOLD_ZH[f]).join('、')}）` : ''}`;
  const en =
    reason?.en ??
    `${nameOf(input.field, FIELD_EN, 'attribute ')} “${short}”${disguised ? ` reads “${term}” (${folds.map((f) => FOLD_EN[f]).join(', ')})` : ''}`;
  return {
    why: `${zh}：${title.zh}${input.unverified ? '（依据未核实）' : ''}`,
    whyEn: `${en}: ${title.en}${input.unverified ? ' (basis unverified)' : ''}`,
  };
}
