// SPDX-License-Identifier: Apache-2.0
import { parseUscc } from '@yiwang/kernel';
import type { Licence, Operator } from '../types.ts';
import { findAddresses } from './addresses.ts';
import { findMails, findPhones } from './contacts.ts';
import { findCreditCodes } from './credit-codes.ts';
import { findIcpFilings, findPoliceFilings } from './filings.ts';
import { foldWidth } from './fold-width.ts';
import { findLicences } from './licences.ts';
import { findNames } from './names.ts';
import { isWorthReading } from './worth-reading.ts';

export const newOperator = (): Operator => ({
  name: null,
  uscc: null,
  usccValid: null,
  icp: [],
  police: [],
  phones: [],
  mails: [],
  address: null,
  licences: [],
});

type Kind = 'name' | 'uscc' | 'icp' | 'police' | 'phone' | 'mail' | 'address' | 'licence';

interface Fact {
  kind: Kind;
  line: number;
  at: number;
  text: string;
  licence?: Licence;
  labelled?: boolean;
}
/** A label with its value on the next line (`<dt>`, stacked layouts). */
const LABEL_ONLY =
  /^(?:企业名称|公司名称|商家名称|经营者名称|经营者|主体名称|单位名称|主办单位|名\s*称|统一社会信用代码|社会信用代码|营业执照注册号|注册号|(?:注册|公司|经营|营业|联系)?地址|经营场所|住\s*所|联系电话|客服电话|电话|电子邮箱|邮箱|ICP备案号?|[\u4e00-\u9fa5]{2,12}许可证(?:编?号)?|販売業者名?|事業者名|会社名|運営会社|所在地|電話番号|メールアドレス)\s*(?:[（(][^）)]{0,12}[）)])?\s*[:：]?$/;

function joinLabels(lines: string[]): string[] {
  return lines.map((line, i) => {
    const next = lines[i + 1];
    return next !== undefined && line.length < 30 && LABEL_ONLY.test(line) && !LABEL_ONLY.test(next)
      ? `${line.replace(/[:：]?$/, '')}：${next}`
      : line;
  });
}

const count = (line: string): number => {
  let digits = 0;
  for (let i = 0; i < line.length; i++) {
    const c = line.charCodeAt(i);
    if (c >= 48 && c <= 57) digits++;
  }
  return digits;
};

function factsOf(line: string, index: number): Fact[] {
  const facts: Fact[] = [];
  const add = (kind: Kind, hits: { value: string; at: number }[]): void => {
    for (const hit of hits) facts.push({ kind, line: index, at: hit.at, text: hit.value });
  };
  for (const hit of findNames(line))
    facts.push({ kind: 'name', line: index, at: hit.at, text: hit.value, labelled: hit.labelled });
  // Numbers are looked for only where digits enough for one stand.
  const digits = count(line);
  if (digits >= 8) add('uscc', findCreditCodes(line));
  if (digits >= 3 && /ICP/i.test(line)) add('icp', findIcpFilings(line));
  if (digits >= 6 && /公\s*网\s*安|公安/.test(line)) add('police', findPoliceFilings(line));
  if (digits >= 3)
    for (const { value, at } of findLicences(line))
      facts.push({ kind: 'licence', line: index, at, text: value.number, licence: value });
  if (digits >= 7) add('phone', findPhones(line));
  add('mail', findMails(line));
  if (/址|住\s*所|场所|所在地|address|anschrift|adresse|주소|소재지/i.test(line))
    add('address', findAddresses(line));
  return facts.sort((a, b) => a.at - b.at);
}

const mainNumber = (icp: string): string => /\d{4,}/.exec(icp)?.[0] ?? icp;
const sameName = (a: string, b: string): boolean => key(a) === key(b);
const key = (name: string): string => name.replace(/[\s（）()]/g, '').toLowerCase();
/** A police filing shown in words and again, as digits only, in its link is one filing; so is a telephone with other spaces. */
const digits = (text: string): string => text.replace(/\D/g, '');
const pushNew = (list: string[], value: string, byDigits = false): void => {
  if (!list.some((one) => one === value || (byDigits && digits(one) === digits(value)))) list.push(value);
};

interface Group {
  operator: Operator;
  lastLine: number;
  labelled: boolean;
}

/** How many lines apart two facts may stand and still speak of one operator. */
const NEAR = 14;

function put(group: Group, fact: Fact): void {
  const { operator } = group;
  group.lastLine = fact.line;
  if (fact.kind === 'name') {
    operator.name = fact.text;
    group.labelled = fact.labelled ?? false;
  } else if (fact.kind === 'uscc') {
    operator.uscc = fact.text;
    operator.usccValid = parseUscc(fact.text).ok;
  } else if (fact.kind === 'address') operator.address ??= fact.text;
  else if (fact.kind === 'licence') {
    if (!operator.licences.some((l) => l.number === fact.text)) operator.licences.push(fact.licence!);
    if (fact.licence!.kind === 'icp') pushNew(operator.icp, fact.text);
  } else
    pushNew(
      operator[fact.kind === 'phone' ? 'phones' : fact.kind === 'mail' ? 'mails' : fact.kind],
      fact.text,
      fact.kind === 'phone' || fact.kind === 'police',
    );
}

/** Whether a fact cannot be of this group's operator. */
function clashes(group: Group, fact: Fact): boolean {
  const { operator } = group;
  if (fact.kind === 'uscc') return operator.uscc !== null && operator.uscc !== fact.text;
  // One subject has one main filing number; two of them some lines apart are those of a shop and of its platform.
  if (fact.kind === 'icp' && operator.icp.length > 0 && fact.line - group.lastLine > 3)
    return operator.icp.every((icp) => mainNumber(icp) !== mainNumber(fact.text));
  if (fact.kind !== 'name' || operator.name === null) return false;
  return !sameName(operator.name, fact.text);
}

const hasContent = ({ operator: o }: Group): boolean =>
  o.uscc !== null ||
  o.icp.length + o.police.length + o.licences.length + o.phones.length + o.mails.length > 0 ||
  o.address !== null;

function gather(facts: Fact[]): Group[] {
  const groups: Group[] = [];
  let current: Group | undefined;
  for (const fact of facts) {
    const known: Group | undefined = groups.find(
      ({ operator: o }) =>
        (fact.kind === 'name' && o.name !== null && sameName(o.name, fact.text)) ||
        (fact.kind === 'uscc' && o.uscc === fact.text),
    );
    if (known) {
      put(known, fact);
      current = known;
    } else if (current === undefined || fact.line - current.lastLine > NEAR || clashes(current, fact)) {
      // An unlabelled second company beside a named one is somebody mentioned, not the operator.
      if (
        current &&
        fact.kind === 'name' &&
        !fact.labelled &&
        current.operator.name !== null &&
        current.labelled &&
        fact.line - current.lastLine <= NEAR
      )
        continue;
      if (
        current &&
        fact.kind === 'name' &&
        current.operator.name !== null &&
        !current.labelled &&
        fact.labelled &&
        !hasContent(current)
      ) {
        put(current, fact);
        continue;
      }
      const group: Group = { operator: newOperator(), lastLine: fact.line, labelled: false };
      put(group, fact);
      groups.push(group);
      current = group;
    } else put(current, fact);
  }
  return groups;
}

function absorb(into: Operator, from: Operator): void {
  into.name ??= from.name;
  if (into.uscc === null) [into.uscc, into.usccValid] = [from.uscc, from.usccValid];
  into.address ??= from.address;
  for (const list of ['icp', 'police', 'phones', 'mails'] as const)
    for (const value of from[list]) pushNew(into[list], value, list === 'police' || list === 'phones');
  for (const licence of from.licences)
    if (!into.licences.some((l) => l.number === licence.number)) into.licences.push(licence);
}

/** Groups without name and code join the operator nearest to them – the last one, for facts of a site stand at its foot. */
function settle(groups: Group[]): Operator[] {
  const named = groups.filter(({ operator: o }) => o.name !== null || o.uscc !== null);
  if (named.length === 0) {
    const all = newOperator();
    for (const { operator } of groups) absorb(all, operator);
    return groups.length > 0 ? [all] : [];
  }
  // A bare name is a mention where others are named with facts.
  const real = named.filter((g) => hasContent(g) || g.labelled);
  const kept = real.length > 0 ? [...real] : named.slice(0, 1);
  for (const group of groups)
    if (!named.includes(group)) {
      const own = group.operator.icp[0];
      if (
        own !== undefined &&
        kept.every(
          (g) =>
            g.operator.icp.length > 0 && g.operator.icp.every((icp) => mainNumber(icp) !== mainNumber(own)),
        )
      ) {
        kept.push(group);
        continue;
      }
      const nearest = kept.reduce((top, g) =>
        Math.abs(g.lastLine - group.lastLine) < Math.abs(top.lastLine - group.lastLine) ? g : top,
      );
      absorb(nearest.operator, group.operator);
    }
  return kept.map((g) => g.operator);
}

/** Who runs the site or the shop, from text with a line a block; `extra` are lines from link targets and pictures' texts. */
export function findOperators(text: string, extra: string[] = []): Operator[] {
  const lines = joinLabels([...text.split('\n'), ...extra]);
  const facts: Fact[] = [];
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!;
    if (isWorthReading(line)) facts.push(...factsOf(foldWidth(line.slice(0, 4000)), i));
  }
  return settle(gather(facts));
}

export { absorb, sameName };
