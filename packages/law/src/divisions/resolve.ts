// SPDX-License-Identifier: Apache-2.0
import { currentDivisions, type DivisionSpan, findDivision } from './divisions.ts';

interface Named {
  span: DivisionSpan;
  /** Names from the province down. */
  names: string[];
}

let index: Map<string, Named[]> | undefined;

// 余杭区 is also written 余杭; two-character names (沙县, 东区) are never cut.
const short = (name: string) =>
  name.length > 2 ? name.replace(/(?:特别行政区|自治区|自治州|自治县|地区|省|市|区|县|盟|旗)$/u, '') : name;

function build(): Map<string, Named[]> {
  const map = new Map<string, Named[]>();
  for (const span of currentDivisions()) {
    const named = { span, names: findDivision(span.code).path.map((one) => one.name) };
    for (const key of new Set([span.name, short(span.name)])) {
      const list = map.get(key);
      if (list) list.push(named);
      else map.set(key, [named]);
    }
  }
  return map;
}

/**
 * The code of a division given as code or name, alone (余杭区) or after its parents (浙江省杭州市余杭区); null where there is
 * none or more than one such division.
 */
export function resolveDivision(text: string): string | null {
  let code = resolved.get(text);
  if (code === undefined) {
    code = resolve(text.trim());
    if (resolved.size > 50_000) resolved.clear();
    resolved.set(text, code);
  }
  return code;
}

const resolved = new Map<string, string | null>();

function resolve(given: string): string | null {
  if (/^\d{6}$/.test(given)) return findDivision(given).name === null ? null : given;
  index ??= build();
  const known = index;
  const bare = given.replace(/市场监督管理局$|市场监管局$|工商行政管理局$/u, '');
  const exact = known.get(bare) ?? [];
  const byFullName = exact.filter((one) => one.span.name === bare);
  if (byFullName.length === 1) return byFullName[0]!.span.code;
  if (byFullName.length > 1) return null;
  if (exact.length === 1) return exact[0]!.span.code;
  if (exact.length > 1) {
    // 衡阳 is a city and a county in it: a bare short name means neither for sure.
    return null;
  }
  // After its parents: the longest tail that is a name, with the head made of its parents' names.
  for (let cut = 1; cut < bare.length - 1; cut++) {
    const tail = known.get(bare.slice(cut));
    if (!tail) continue;
    const head = bare.slice(0, cut);
    const fits = tail.filter(({ names }) => {
      let rest = head;
      for (const name of names.slice(0, -1)) {
        if (rest.startsWith(name)) rest = rest.slice(name.length);
        else if (rest.startsWith(short(name))) rest = rest.slice(short(name).length);
      }
      return rest === '';
    });
    if (fits.length === 1) return fits[0]!.span.code;
  }
  return null;
}

/**
 * The office above two others (J4): the city for two counties of a city, the province for two cities of a province,
 * SAMR (国家市场监督管理总局) for two provinces. Null where a place is not known.
 */
export function commonSuperior(a: string, b: string): { code: string | null; name: string } | null {
  const [x, y] = [resolveDivision(a), resolveDivision(b)];
  if (x === null || y === null) return null;
  const px = findDivision(x).path;
  const py = findDivision(y).path;
  const shared = px.filter(
    (one) => one.code !== x && py.some((other) => other.code === one.code && other.code !== y),
  );
  const last = shared.at(-1);
  if (last) return last;
  return x.slice(0, 2) === y.slice(0, 2) && px[0] ? px[0] : { code: null, name: '国家市场监督管理总局' };
}
