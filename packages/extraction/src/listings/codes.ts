// SPDX-License-Identifier: Apache-2.0
import { allMatches } from '../all-matches.ts';
import type { Collected } from '../html/collect.ts';
import { nameHash } from '../html/names.ts';
import { lineOf } from '../html/text-of.ts';
import { codeInAddress } from './address-codes.ts';

/** Labels of the code a shop gives its goods. */
const SHOP_CODE =
  '商品编号|商品編號|商品编码|商品編碼|商品货号|商品貨號|产品编号|產品編號|产品货号|产品编码|宝贝编号|货\\s?号|貨\\s?號|商品ID|商品代码|商品代號|商品款号|款号|款號|款式编号|商品番号|品番|管理番号|商品コード|SKU|ASIN|Artikel-?(?:nummer|nr\\.?|code)|Art\\.?-?\\s?(?:Nr|No)\\.?|Best(?:ell)?\\.?-?\\s?(?:Nr|nummer)\\.?|Item (?:no\\.?|number|code|id|#)|Item|eBay item number|Product (?:code|id|no\\.?|number|sku)|(?:Stock|Catalog(?:ue)?) (?:no\\.?|number|code)|Réf\\.?|Référence produit|Código|Cod\\.?|Cod produs|Codice|Kód(?: produktu)?|Kod produktu|Nr ref\\.?|Šifra|Артикул|Код товара|Код|상품번호|상품코드|מק"ט|Numero oggetto eBay|Numéro de l\'objet eBay|eBay-Artikelnummer|Anzeigennummer|post id|Ad ID';
/** Labels of what the maker calls them, or nobody in particular. */
const MAKER_CODE =
  '型番|Model(?: (?:no\\.?|number|code))?|Item model number|Part (?:no\\.?|number|code)|Style|Ref\\.?|Référence|Symbol|编\\s?号';
const ends = (words: string): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${words})\\s*$`, 'iu');
const SHOP_END = ends(SHOP_CODE);
const MAKER_END = ends(MAKER_CODE);
const COLON_VALUE = /[:：\t]\s*#?\s*([A-Za-z0-9][\w\-./]{1,39})/g;
const HASH_VALUE = /(?<=[A-Za-z])\s?#\s*([A-Za-z0-9][\w\-./]{1,39})/g;
const LOOSE_CODE =
  /(?<![\p{L}\d])(?:SKU|Référence|(?:Art|Best(?:ell)?)(?:ikel)?\.?-?\s?(?:Nr\.?|nummer)|Item #|Nr ref\.?|货号|Артикул)\s+#?((?:[A-Za-z]{1,6}[-_]?\d[\w\-./]?|\d[\w\-./]{2})[\w\-./]{0,28})/iu;

const FIELD =
  /^(?:sku|goods_?id|product_?id|item_?id|pid|asin|id_product|goods_?sn|productsku|skuid|add-to-cart|productid|itemid)$/i;
const NAMED_CODE =
  /(?:^|[\s_-])(?:skus?|(?:product|prod|prd|goods|item|article|artikel)[\s_-]?(?:code|sku|no|number|nr|nummer|reference|article|sn)|cat-?num(?:ber)?|catalog-?number|element-article)(?:$|[\s_-])/i;
const NAMING = ['class', 'id', 'itemprop', 'data-test', 'data-testid', 'data-qa', 'data-qa-qualifier'].map(
  nameHash,
);

/** What a code may be: it has a digit, and is no year. */
export const codeOf = (text: string | null | undefined): string | null => {
  const code = text?.replace(/[./-]+$/, '') ?? null;
  return code !== null && /\d/.test(code) && !/^(?:19|20)\d\d$/.test(code) ? code : null;
};

/** What may be a code, with where it stands: one look at a text serves every kind of label. */
const candidates = (text: string): RegExpExecArray[] =>
  text.includes('#')
    ? [...allMatches(text, COLON_VALUE), ...allMatches(text, HASH_VALUE)].sort((a, b) => a.index - b.index)
    : allMatches(text, COLON_VALUE);

/** The first labelled code: looked for from each separator backwards, for separators are few and labels many. */
function labelled(text: string, label: RegExp, found = candidates(text)): string | null {
  for (const match of found) {
    const code = codeOf(match[1]);
    if (code === null) continue;
    const from = Math.max(0, match.index - 30, text.lastIndexOf('\n', match.index - 1) + 1);
    if (label.test(text.slice(from, match.index))) return code;
  }
  return null;
}

/** A label on a line of its own and the code on the next. */
const ABOVE = new RegExp(
  `(?:^|\\n)\\s*(?:${SHOP_CODE})\\s*[:：]?\\n([A-Za-z0-9][\\w\\-./]{1,39})(?=\\n|$)`,
  'iu',
);

/** Whether a text has a label that only the page of one product has. */
export function hasCodeLabel(text: string): boolean {
  const start = text.length > 40_000 ? text.slice(0, 40_000) : text;
  const found = candidates(start);
  return labelled(start, SHOP_END, found) !== null || labelled(start, MAKER_END, found) !== null;
}

/** The shop's own code as a reader sees it, from text after the product's name and the text before that. */
export const shownCode = (after: string, before: string): string | null =>
  labelled(after, SHOP_END) ??
  codeOf(ABOVE.exec(after)?.[1]) ??
  labelled(before, SHOP_END) ??
  codeOf(LOOSE_CODE.exec(after)?.[1]);

/** A short text in an element that its class or name calls a code. */
function namedCode({ tape }: Collected): string | null {
  if (!/sku|code|number|article|artikel|reference|item-?no|goods-?sn/i.test(tape.html)) return null;
  for (let n = 0; n < tape.count; n++) {
    if (tape.isText(n) || tape.last[n]! - n > 8 || tape.last[n]! - n < 2) continue;
    if (!NAMING.some((key) => NAMED_CODE.test(tape.attr(n, key) ?? ''))) continue;
    const line = lineOf(tape, n);
    const code =
      line.length < 60 ? /^(?:[^\d]{1,30}[:：]\s*)?#?([A-Za-z0-9][\w\-./]{2,29})$/.exec(line)?.[1] : null;
    if (codeOf(code)) return codeOf(code);
  }
  return null;
}

function fieldCode(fields: Map<string, string>): string | null {
  for (const [name, value] of fields)
    if (FIELD.test(name) && /^[\w-]{1,40}$/.test(value) && value !== '0') return value;
  return null;
}

export interface CodeInput {
  found: Collected;
  /** The product's name as shown: codes after it are looked at first. */
  heading: string;
  page: string;
  warnings: string[];
}

/**
 * The code of the one product a page is about. Data for machines says it best, unless the page shows its reader
 * another one: what a person would quote in a complaint, or look for, is the shown one. Then come fields of forms, the
 * page's own address, and last what the maker calls the goods.
 */
export function settleCode(given: string | null, input: CodeInput): string | null {
  const { found } = input;
  const { text } = found;
  const at = Math.max(0, input.heading === '' ? 0 : text.indexOf(input.heading));
  const after = text.slice(at, at + 16_000);
  const before = text.slice(Math.max(0, at - 2_000), at);
  const shown = shownCode(after, before) ?? namedCode(found);
  // Words are no code (`Fake Wounds`), whatever the markup calls them.
  const told = given !== null && (/\d/.test(given) || !/\s/.test(given)) ? given : null;
  if (told !== null) {
    if (shown === null || shown === told || text.includes(told) || told.includes(shown)) return told;
    input.warnings.push(`code: "${told}" by data for machines, "${shown}" as shown`);
    return shown;
  }
  const address = codeInAddress(found.canonical ?? input.page) ?? codeInAddress(input.page);
  if (shown !== null) return shown;
  if (address?.sure) return address.code;
  return fieldCode(found.fields) ?? labelled(after, MAKER_END) ?? address?.code ?? null;
}
