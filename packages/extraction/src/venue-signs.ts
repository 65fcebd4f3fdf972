// SPDX-License-Identifier: Apache-2.0
import type { Operator, PageFacts, PageKind } from './types.ts';

/** One operator of a page as the checks of a venue compare it. */
export interface SignOperator {
  url: string;
  name: string | null;
  uscc: string | null;
  usccValid: boolean | null;
  icp: string[];
  licences: { kind: string; number: string; valid: boolean | null; until: string | null }[];
  /** Telephone numbers and mail addresses. */
  contacts: string[];
}

/** What one page says of the venue as a whole. */
export interface VenueSigns {
  kind: PageKind;
  shown: SignOperator[];
  emarks: { url: string; page: string }[];
  /** Links that may lead to a picture of the licence. */
  licenceLinks: string[];
  /** Declarations of exemption from registration, as shown (O37 12(4)). */
  declarations: string[];
  /** Words with which the seller calls himself a private person. */
  individual: string | null;
  /** Whether the page speaks to buyers in China: Chinese text, yuan or an ICP number. */
  reach: boolean;
  /** Listings with a price. */
  trades: number;
}

const DECLARATION = /[^\n。；;]{0,40}依法(?:不需要?|无须|无需)(?:办理|进行)?(?:市场|经营)?主体?登记/g;
const INDIVIDUAL = /个人(?:网店|小店|店铺|店|卖家|经营者)|自然人(?:网店|店铺|卖家)|私人(?:经营|卖家|店铺)/;
const LICENCE_LINK =
  /zhizhao|yingyezhizhao|zhengzhao|yyzz|zizhi|busi(?:ness)?-?(?:licen[cs]e|info)|licen[cs]e|certificat/i;
const UNTIL =
  /有效(?:期限?|日期)?(?:\s*[:：])?(?:[^\n]{0,24}?[至到~—-])?\s*(20\d{2})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})/;

/** Last day of a permit where the text right behind its number tells it. */
function untilOf(text: string, number: string): string | null {
  const at = text.indexOf(number);
  if (at < 0) return null;
  const match = UNTIL.exec(text.slice(at + number.length, at + number.length + 80));
  if (!match) return null;
  const [, year, month, day] = match;
  const date = `${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`;
  return Number.isNaN(Date.parse(`${date}T00:00:00Z`)) ? null : date;
}

const operatorOf = (operator: Operator, page: PageFacts): SignOperator => ({
  url: page.url,
  name: operator.name,
  uscc: operator.uscc,
  usccValid: operator.usccValid,
  icp: operator.icp,
  licences: operator.licences.map(({ kind, number, valid }) => ({
    kind,
    number,
    valid,
    until: untilOf(page.text, number),
  })),
  contacts: [...operator.phones, ...operator.mails],
});

const says = (operator: Operator): boolean =>
  operator.name !== null ||
  operator.uscc !== null ||
  operator.icp.length > 0 ||
  operator.licences.length > 0 ||
  operator.phones.length > 0 ||
  operator.mails.length > 0;

/** Reads from the facts of a page what it says of the venue as a whole. */
export function venueSigns(page: PageFacts): VenueSigns {
  const hans = (page.text.slice(0, 4000).match(/\p{Script=Han}/gu) ?? []).length;
  const kana = (page.text.slice(0, 4000).match(/[\u3040-\u30ff]/g) ?? []).length;
  const priced = page.listings.filter((listing) => listing.price !== null);
  return {
    kind: page.kindHint,
    shown: page.operators.filter(says).map((operator) => operatorOf(operator, page)),
    emarks: page.emarks.map((url) => ({ url, page: page.url })),
    licenceLinks: page.links.filter((url) => LICENCE_LINK.test(new URL(url).pathname)).slice(0, 20),
    declarations: [...new Set(page.text.match(DECLARATION) ?? [])].map((line) => line.trim()).slice(0, 5),
    individual: INDIVIDUAL.exec(page.text)?.[0] ?? null,
    reach:
      (hans >= 30 && kana * 10 < hans) ||
      /^zh/i.test(page.language ?? '') ||
      priced.some((listing) => listing.currency === 'CNY') ||
      page.operators.some((operator) => operator.icp.length > 0),
    trades: priced.length,
  };
}

const GOODS: readonly [kind: string, pattern: RegExp][] = [
  ['drug', /国药准字\s?[HZSBTFJ]?\d{8}/],
  [
    'device',
    /[国京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁新琼]械(?:注准|注进|备)\s?\d{8,11}/,
  ],
  [
    'food',
    /(?:散装|自制|现做|现烤|手工)[^\n]{0,12}(?:糕点|腊肠|腊肉|凉皮|卤味|熟食|面包|蛋糕|饼干|月饼|酱菜|豆腐|辣酱)/,
  ],
];

/** For which goods somebody must hold a permit, by marks that leave little doubt; most listings give null. */
export function permitKindOf(text: string): string | null {
  return GOODS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
