// SPDX-License-Identifier: Apache-2.0
import { findDivision } from './divisions.ts';
import { resolveDivision } from './resolve.ts';

/** Signs at the end of a division's name; an address is cut behind each of them. */
const END = /(?:特别行政区|自治区|自治州|自治县|自治旗|地区|省|市|区|县|盟|旗|林区|特区)/gu;
/** Provinces and cities without their sign are written before a name often enough: 浙江杭州余杭区. */
const MAX = 40;

/** Units below a county or areas that are no division of their own: everything from there on is street and number. */
const NOT_A_DIVISION = /(?:开发区|高新区|园区|新区管委会|保税区|工业区|小区|社区|校区|厂区|景区)$/u;

const depth = (code: string): number => (code.endsWith('0000') ? 1 : code.endsWith('00') ? 2 : 3);

/**
 * The division code that an address lies in: the deepest division whose full name the address begins with, or, where it
 * begins with something else, that stands in it. Null where none can be told for sure; nothing is guessed from a
 * street's name.
 */
export function divisionOfAddress(address: string): string | null {
  const text = address
    .normalize('NFKC')
    .replace(/[\s,，、。·-]+/gu, '')
    .replace(/^(?:中国|中华人民共和国|地址[::]?)/u, '')
    .slice(0, MAX);
  let best: string | null = null;
  const take = (code: string | null) => {
    if (
      code !== null &&
      (best === null || depth(code) > depth(best)) &&
      (best === null || within(code, best))
    )
      best = code;
  };
  for (const match of text.matchAll(END)) {
    const head = text.slice(0, match.index + match[0].length);
    if (NOT_A_DIVISION.test(head)) continue;
    take(resolveDivision(head));
  }
  if (best !== null) return best;
  // 浙江杭州市… or a name in the middle: the pieces between two signs, each alone.
  let from = 0;
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    const piece = text.slice(from, to);
    from = to;
    if (piece.length < 2 || NOT_A_DIVISION.test(piece)) continue;
    for (let cut = 0; cut <= Math.max(0, piece.length - 2); cut++) {
      const code = resolveDivision(piece.slice(cut));
      if (code === null) continue;
      take(code);
      break;
    }
  }
  return best;
}

/** Whether `inner` lies in `outer`; centrally run cities have no middle level. */
function within(inner: string, outer: string): boolean {
  return findDivision(inner).path.some((one) => one.code === outer);
}

/** Name of a division with its parents, e.g. 浙江省杭州市余杭区; null for a code that is none. */
export function fullNameOf(code: string): string | null {
  const { path } = findDivision(code);
  if (path.length === 0) return null;
  return path
    .map((one) => one.name)
    .filter((name) => !/^(?:市辖区|县|省直辖县级行政区划|自治区直辖县级行政区划)$/u.test(name))
    .join('');
}
