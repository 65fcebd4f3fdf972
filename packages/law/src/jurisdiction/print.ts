// SPDX-License-Identifier: Apache-2.0
import type { Language } from '../derivation.ts';
import type { DerivationStep } from '../model.ts';
import { movementRules } from './movement-rules.ts';

const GROUNDS: Record<string, [string, string]> = {
  operates: ['实际经营地', 'place of business'],
  domicile: ['住所地', 'domicile'],
  operator: ['经营者所在地', "operator's place"],
  shown: ['平台公示的地址', 'address shown on the platform'],
  pfDomicile: ['平台经营者住所地', 'domicile of the platform operator'],
  act: ['违法行为发生地', 'place of the act'],
  publisher: ['广告发布者所在地', "ad publisher's place"],
  advertiser: ['广告主所在地', "advertiser's place"],
  agent: ['广告经营者所在地', "ad agent's place"],
};
const ground = (name: unknown, lang: Language) =>
  GROUNDS[String(name)]?.[lang === 'zh' ? 0 : 1] ?? String(name);
const pick = (lang: Language, zh: string, en: string) => (lang === 'zh' ? zh : en);

/** The steps of a venue derivation in words. */
export const venuePrinters: Record<string, (step: DerivationStep, lang: Language) => string> = {
  'venue.rule': (s, lang) => {
    const names = (Array.isArray(s['grounds']) ? s['grounds'] : []).map((one) => ground(one, lang));
    return pick(lang, `管辖：${names.join('、')}`, `venue: ${names.join(', ')}`);
  },
  'venue.special': (s, lang) => pick(lang, `适用特别规定 ${s['id']}`, `special rule ${s['id']}`),
  'venue.note': (s, lang) => String(s[lang]),
  'venue.none': (s, lang) =>
    pick(lang, `${s['date']}没有已知的管辖规定`, `no venue rule is known for ${s['date']}`),
  'venue.not-shown': (_, lang) =>
    pick(
      lang,
      '平台上没有依法公示地址，只有平台住所地',
      'no address is lawfully shown: the domicile of the platform only',
    ),
  'venue.not-contactable': (_, lang) =>
    pick(
      lang,
      '通过公示地址无法联系，只有平台住所地',
      'nobody can be reached through the shown address: the domicile of the platform only',
    ),
  'venue.self-published': (_, lang) =>
    pick(
      lang,
      '广告主自行发布，由广告主所在地管辖',
      "the advertiser publishes by itself: the advertiser's place",
    ),
  'venue.if-first': (s, lang) =>
    pick(
      lang,
      `${s['office']}（${ground(s['ground'], lang)}）先发现或者先收到，也可以管辖`,
      `${s['office']} (${ground(s['ground'], lang)}) found or received it first and may act`,
    ),
  'venue.missing': (s, lang) =>
    pick(lang, `未提供${ground(s['ground'], lang)}`, `${ground(s['ground'], lang)} is not given`),
  'venue.choice': (s, lang) =>
    pick(
      lang,
      `${s['count']}处均有权，由投诉人选择，先收到的处理`,
      `${s['count']} places have power: the filer chooses, the first to receive handles`,
    ),
  'venue.not': (s, lang) =>
    pick(
      lang,
      `没有管辖权：${(s['offices'] as string[]).join('、')}`,
      `no power: ${(s['offices'] as string[]).join(', ')}`,
    ),
  ...Object.fromEntries(
    movementRules.map((one) => [
      `venue.${one.id}`,
      (s: DerivationStep, lang: Language) => `${s['office']}: ${one[lang]}`,
    ]),
  ),
};
