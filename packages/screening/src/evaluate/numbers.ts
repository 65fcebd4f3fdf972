// SPDX-License-Identifier: Apache-2.0

/** One kind of approval number: how it is written (on text folded to half width, lower case, simplified), and its own check. */
interface NumberKind {
  pattern: RegExp;
  check?: (digits: string) => boolean;
}

/** ISBN-13 (GB/T 5795, ISO 2108): weights 1 and 3, sum divisible by ten. */
const isbn13 = (text: string): boolean => {
  const digits = text.replace(/\D/g, '');
  if (digits.length !== 13) return false;
  let sum = 0;
  for (let i = 0; i < 13; i++) sum += Number(digits[i]) * (i % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
};

const year = (text: string): boolean => {
  const found = /(19|20)\d\d/.exec(text);
  return found !== null;
};

/* Fixed-shape expressions without nested repetition: linear on any input. */
const KINDS: Record<string, NumberKind> = {
  'health-food': {
    pattern: /(?:国食健(?:注|备|字)?|卫食健字|卫进食健字|国食健进字|食健备)[a-z]{0,2}[ (（]?\d{4,14}/,
  },
  'cosmetic-special': { pattern: /(?:国妆特(?:进)?字|卫妆特(?:进)?字)[a-z]?[ (（]?\d{4,12}/, check: year },
  'cosmetic-filing': { pattern: /(?:.妆网备字|国妆备进字|国妆网备进字|.g妆网备字)[ (（]?j?\d{6,14}/ },
  device: {
    pattern: /(?:.{0,2}械(?:注|备)(?:准|进|许)?字?|.食药监械(?:准|进|许)?字?|械注准|械备)[ (（]?\d{4,14}/,
  },
  drug: { pattern: /(?:国药准字|国药准进字|注册证号|医药产品注册证号)[ ]?[hzsbtfjc][a-z]?\d{8}/ },
  'food-licence': { pattern: /sc ?\d{14}/ },
  disinfectant: { pattern: /卫消(?:证字|字)[ (（]?\d{4}/ },
  isbn: { pattern: /97[89][-–— ]?\d[-–— ]?\d{1,7}[-–— ]?\d{1,7}[-–— ]?\d/, check: isbn13 },
  pesticide: { pattern: /(?:农药登记证号?:?|pd|wp)[ ]?(?:pd|wp)?\d{5,10}/ },
  'compulsory-certificate': { pattern: /(?:3c|ccc)(?:认证)?(?:编号|证书)?号?:? ?20\d{2}\d{10,12}/ },
};

export const numberKinds: readonly string[] = Object.keys(KINDS);

/** The first number of that kind in text folded with `foldText`'s light form, or null. A number whose check fails is none. */
export function findNumber(kind: string, folded: string): string | null {
  const known = KINDS[kind];
  if (known === undefined) return null;
  const found = known.pattern.exec(folded);
  if (found === null) return null;
  return known.check === undefined || known.check(found[0]) ? found[0] : null;
}
