// SPDX-License-Identifier: Apache-2.0
import { allMatches } from '../all-matches.ts';
import type { Hit } from './licences.ts';

export interface NameHit extends Hit<string> {
  /** A label such as 企业名称 or © stands before it: such a name is meant as the operator's. */
  labelled: boolean;
}

const HAN = '\\u3400-\\u9fff\\u{20000}-\\u{3ffff}';
const BODY = `[${HAN}A-Za-z0-9（）()·&.\\- ]{1,48}?`;
const COMPANY =
  '(?:有限责任公司|股份有限公司|有限公司|集团公司|总公司|集团|有限責任公司|股份公司)(?:[\\u4e00-\\u9fa5（）()]{1,18}?(?:分公司|分店|分厂|营业部|办事处))?';
const SMALL =
  '(?:经营部|商行|商店|百货店|便利店|超市|工作室|专业合作社|合作社|联合社|门市部|服务部|批发部|零售店|商贸行|经营店|销售部|事务所|合伙企业(?:[（(](?:有限|普通)合伙[）)])?|旗舰店|专卖店|个体工商户|农场|茶行|书店|药店|药房|大药房|花店|贸易行|厂|店|铺|部|行|中心|馆|坊|社|屋|园|堂)(?:[（(]个体工商户[）)])?';
const FOREIGN =
  "[\\p{Lu}\\d][\\p{L}\\p{M}\\d&.,'’\\- ]{1,60}?\\s(?:GmbH(?: & Co\\.? KG)?|AG|UG(?: \\(haftungsbeschränkt\\))?|KG|OHG|e\\.K\\.|Ltd\\.?|Limited|LLC|L\\.L\\.C\\.|Inc\\.?|Corp\\.?|Corporation|PLC|S\\.A\\.|SAS|SARL|S\\.r\\.l\\.|S\\.p\\.A\\.|B\\.V\\.|AB|A\\/S|ApS|Oy|Pty\\.? Ltd\\.?|Co\\., ?Ltd\\.?|Sp\\. z o\\.o\\.|s\\.r\\.o\\.|株式会社)(?![\\p{L}])";
const JAPANESE = `(?:(?:株式会社|有限会社|合同会社)[${HAN}\\u3040-\\u30ffA-Za-z0-9・ー]{1,30}|[${HAN}\\u3040-\\u30ffA-Za-z0-9・ー]{1,30}(?:株式会社|有限会社|合同会社))`;

const LABEL =
  '(?:企业名称|企業名稱|公司名称|公司名稱|商家名称|商户名称|经营者名称|经营者姓名|经营主体名称|经营主体|主体名称|主体信息|单位名称|主办单位名称|主办单位|主办者|开办单位|运营主体|运营单位|运营方|运营公司|销售者|卖家名称|卖家|销售商|商家主体|店铺主体|店铺经营者|开店主体|执照名称|营业执照名称|字号名称|字号|商号|(?<=^)名\\s*称|经营者|公司全称|企业全称|供应商名称|供货商|入驻商家|商家|版权所有|版權所有|販売業者名?|販売事業者|事業者名|会社名|運営会社|運営者|上호|상호명?|회사명|company(?: name)?|legal name|business name|trading name|registered name|firma|firmenname|anbieter|verkäufer|seller|sold by|operated by|verantwortlich|raison sociale|vendeur)';
/** A label right before a colon or a tab. Looked for from the separator backwards: separators are few. */
const LABEL_END = new RegExp(
  `(?:^|[\\s|｜,，;；。(（【\\[])(?:本?(?:平台|网站|店铺|商城|网店|公众号|小程序|应用))?${LABEL}\\s*(?:[(（][^)）]{0,12}[)）])?\\s*$`,
  'iu',
);
const SEPARATOR = /[:：\t]\s*(?=[^\s:：])/g;
const RUN_BY =
  /(?:本(?:店|站|网站|平台|商城|网店|小程序|应用)|店铺|平台|网站|商城)(?:是)?由\s*([^\s，,。；;|｜]{2,50}?)\s*(?:\s[·|]|(?:负责)?(?:经营|运营|开办|主办|提供服务|所有)(?![范地场期许部者]))/g;
/** A firm that leaves out what kind of company it is: `某某公司版权所有`. */
const OWNER =
  /(?:^|[\s|｜©·])([\u3400-\u9fff]{2,12}?(?<!有限|集团|总|分|子)(?:公司|集团))\s*(?:版权所有|版權所有)/;
const COPYRIGHT = /(?:©|\(c\)|&copy;|copyright|版权所有|版權所有|all rights reserved)/i;
const COMPANY_ANYWHERE = new RegExp(`(?<![${HAN}A-Za-z0-9])(?:${BODY})${COMPANY}`, 'gu');
const COMPANY_NAME = new RegExp(`^(?:${BODY})${COMPANY}`, 'u');
const SMALL_NAME = new RegExp(`^[${HAN}A-Za-z0-9（）()·]{2,40}${SMALL}(?![${HAN}])`, 'u');
const FOREIGN_NAME = new RegExp(`^(?:${FOREIGN}|${JAPANESE})`, 'u');
const FOREIGN_ANYWHERE = new RegExp(`(?<![\\p{L}\\d])(?:${FOREIGN})`, 'gu');
const JAPANESE_ANYWHERE = new RegExp(JAPANESE, 'gu');
/** Firms that built, host or are befriended with the site do not run it. */
const OTHERS =
  /技术支持|技術支持|网站建设|網站建設|建站|设计制作|制作维护|技术服务|友情链接|合作伙伴|战略合作|供应商：|生产企业|生产厂家|生产商|制造商|委托方|受托|品牌方|出品|承运|快递|收款|开户行|支付牌照|powered by|designed by|theme by|hosted by/i;
const LEAD =
  /^(?:[\s\d\-–—~至年.,，。:：©®™|·、]|\(c\)|copyright|版权(?:归|所有)?|版權所有|所有权归|归属|归|all rights reserved\.?|本(?:网站|网|站|店|平台)(?:由|归)?|由|是|为|by)+/i;

/** Takes the company's own name from text that begins with it; null where none does. */
export function nameAtStart(text: string): string | null {
  const clean = text.replace(LEAD, '').trim();
  const found = COMPANY_NAME.exec(clean)?.[0] ?? SMALL_NAME.exec(clean)?.[0] ?? FOREIGN_NAME.exec(clean)?.[0];
  return found ? tidy(found) : null;
}

const tidy = (name: string): string => {
  let text = name
    .replace(LEAD, '')
    .replace(/\s+/g, /[a-z]/i.test(name) ? ' ' : '')
    .trim();
  const open = text.search(/[（(]/);
  // A bracket that was opened before the name and closed within it.
  if (/[）)]/.test(text) && (open < 0 || text.search(/[）)]/) < open))
    text = text.slice(text.search(/[）)]/) + 1);
  return text.trim();
};

const isPersonal = (value: string): boolean => /^[\u4e00-\u9fa5·]{2,4}$/.test(value);

/** Operators' names in a line: after a label, after ©, and companies anywhere. */
export function findNames(line: string): NameHit[] {
  const hits: NameHit[] = [];
  for (const match of allMatches(line, SEPARATOR)) {
    const before = line.slice(Math.max(0, match.index - 36), match.index);
    const label = LABEL_END.exec(before)?.[0];
    if (label === undefined || OTHERS.test(before.slice(-label.length - 12))) continue;
    const from = match.index + match[0].length;
    const value = (/^[^\t|｜]{2,80}/.exec(line.slice(from, from + 80))?.[0] ?? '').trim();
    const legal = nameAtStart(value);
    const loose =
      /名称|公司|企业|主体|会社|業者|company|legal|firma|販売|상호/i.test(label) ||
      (/经营者|字号/.test(label) && isPersonal(value.replace(/[（(].*$/, '')));
    const name = legal ?? (loose ? firstPhrase(value) : null);
    if (name && name.length >= 2) hits.push({ value: name, at: match.index - label.length, labelled: true });
  }
  if (line.includes('由')) addRunBy(line, hits);
  const owner = OWNER.exec(line)?.[1];
  if (owner && !OTHERS.test(line) && !hits.some((hit) => hit.value.includes(owner)))
    hits.push({ value: owner, at: line.indexOf(owner), labelled: true });
  addCompanies(line, hits);
  return hits;
}

function addRunBy(line: string, hits: NameHit[]): void {
  for (const match of allMatches(line, RUN_BY)) {
    const value = match[1]!.replace(/[（(][^）)]*(?:自然人|个人|示例)[^）)]*[）)]$/, '');
    if (!hits.some((hit) => hit.value === value))
      hits.push({ value: nameAtStart(value) ?? value, at: match.index, labelled: true });
  }
}

/** Which of the patterns below are worth a try on a line. */
const COMPANY_WORDS: [RegExp, RegExp][] = [
  [/公司|集团/, COMPANY_ANYWHERE],
  [
    /GmbH|\bAG\b|\bUG\b|KG\b|OHG|e\.K|Ltd|Limited|LLC|L\.L\.C|Inc\b|Corp|PLC|S\.A|SAS|SARL|S\.r|S\.p|B\.V|\bAB\b|A\/S|ApS|\bOy\b|Sp\. z|s\.r\.o/,
    FOREIGN_ANYWHERE,
  ],
  [/会社/, JAPANESE_ANYWHERE],
];

function addCompanies(line: string, hits: NameHit[]): void {
  let owned: boolean | undefined;
  for (const [worth, pattern] of COMPANY_WORDS) {
    if (!worth.test(line)) continue;
    for (const match of allMatches(line, pattern)) {
      const name = tidy(lastPhrase(match[0]));
      const before = line.slice(Math.max(0, match.index - 14), match.index) + match[0].slice(0, 8);
      if (
        OTHERS.test(before) ||
        name.length < 5 ||
        hits.some((h) => h.value.includes(name) || name.includes(h.value))
      )
        continue;
      owned ??= COPYRIGHT.test(line);
      hits.push({ value: name, at: match.index, labelled: owned });
    }
  }
}

/** Of `安全联盟 某某有限公司` the company: in Chinese names blanks stand between one thing and the next. */
const lastPhrase = (text: string): string => {
  const parts = text.trim().split(/\s+/);
  const last = parts[parts.length - 1]!;
  return parts.length > 1 &&
    /^[\u3400-\u9fff（）()]{7,}$/.test(last) &&
    /[\u3400-\u9fff]$/.test(parts[parts.length - 2]!)
    ? last
    : text;
};

/** The first phrase of a labelled value that has no company's ending: sole traders and natural persons. */
function firstPhrase(value: string): string | null {
  const phrase = /^[^\s，,;；。|｜:：<>]+(?: [^\s，,;；。|｜:：<>]+){0,5}/u.exec(value)?.[0] ?? '';
  const name = /[\u3040-\u9fff]/.test(phrase)
    ? (phrase.split(/\s/)[0] ?? '').replace(/[（(][^）)]*(?:自然人|个人|示例|已认证)[^）)]*[）)]?$/, '')
    : phrase;
  if (name.length < 2 || name.length > 60 || /^[\d\W_]+$/u.test(name.replace(/[\u3040-\u9fff]/g, 'x')))
    return null;
  return /^(?:暂无|未知|无|请|点击|查看|登录|更多|详情)/.test(name) ? null : name;
}
