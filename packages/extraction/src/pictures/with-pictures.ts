// SPDX-License-Identifier: Apache-2.0
import { isEmark } from '../emarks.ts';
import { findOperators, sameName } from '../operators/find-operators.ts';
import type { Operator, PageFacts, PagePicture } from '../types.ts';
import { misreadOf } from './misread.ts';

/** What was read in one of a page's pictures. */
export interface ReadPicture extends PagePicture {
  text: string;
  /** Contents of QR codes. */
  codes: string[];
}

/** Longest name a picture is called by in a warning: inline ones carry their bytes in their address. */
const named = (url: string): string => (url.length > 120 ? `${url.slice(0, 60)}…` : url);

/** On a licence a label and what it labels stand apart by nothing that recognition keeps. */
const LABEL =
  /^(统一社会信用代码|社会信用代码|注册号|名\s*称|字号名称|经营者姓名|经营者|经营场所|营业场所|住\s*所|许可证编号|食品经营许可证编号|备案编号)[\s：:'"”“‘’.·|]*(?=\S)/;
const withColons = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(LABEL, '$1：'))
    .join('\n');

/** Operators that a picture's words name, each marked with the picture. */
export const operatorsInPicture = (picture: { url: string; text: string }): Operator[] =>
  findOperators(withColons(picture.text))
    .filter((one) => one.uscc !== null || one.name !== null || one.licences.length > 0)
    .map((one) => ({ ...one, picture: picture.url }));

/**
 * A page's facts together with what its pictures say. Words recognised in pictures are often wrong by a character: they
 * add an operator where the page's own text names none with a code, and otherwise only confirm or contradict it, as a
 * warning. A code that fails its check is reported with how it may have been misread, and never repaired.
 */
export function withPictures(facts: PageFacts, pictures: readonly ReadPicture[]): PageFacts {
  const operators = [...facts.operators];
  const warnings = [...facts.warnings];
  const emarks = [...facts.emarks];
  const links = [...facts.links];
  const details: string[] = [];
  for (const picture of pictures) {
    for (const code of picture.codes) {
      if (!/^https?:\/\//i.test(code)) continue;
      if (isEmark({ url: code, words: '' })) {
        if (!emarks.includes(code)) emarks.push(code);
      } else if (!links.includes(code)) links.push(code);
    }
    if (picture.role === 'detail') {
      if (picture.text !== '') details.push(picture.text);
      continue;
    }
    for (const one of operatorsInPicture(picture)) addOperator(operators, one, warnings);
  }
  return {
    ...facts,
    operators,
    warnings,
    emarks,
    links,
    listings: details.length > 0 ? withWords(facts, details.join('\n')) : facts.listings,
  };
}

/** The words of detail pictures belong to the page's own product. */
function withWords(facts: PageFacts, text: string): PageFacts['listings'] {
  const own = facts.listings.findIndex(
    (l) => l.url === null || l.url === facts.canonical || l.url === facts.url,
  );
  return facts.listings.map((listing, i) =>
    i === Math.max(0, own) ? { ...listing, ocrText: text.slice(0, 20_000) } : listing,
  );
}

/** As long, and hardly a character apart: one name, misread. */
function isNear(one: string, other: string): boolean {
  const [a, b] = [[...one], [...other]];
  if (a.length !== b.length || a.length < 6) return false;
  return a.filter((c, i) => c !== b[i]).length <= Math.max(1, Math.floor(a.length / 6));
}

function addOperator(operators: Operator[], read: Operator, warnings: string[]): void {
  const at = named(read.picture!);
  if (read.uscc !== null && read.usccValid === false) {
    const maybe = misreadOf(read.uscc);
    warnings.push(
      `picture ${at}: the code ${read.uscc} does not pass its check${maybe === null ? '' : `; misread, it would be ${maybe}`}`,
    );
  }
  const coded = operators.filter((one) => one.uscc !== null && one.picture === undefined);
  const twin = operators.find(
    (one) =>
      (one.uscc !== null && one.uscc === read.uscc) ||
      (one.name !== null &&
        read.name !== null &&
        (sameName(one.name, read.name) || isNear(one.name, read.name))),
  );
  if (coded.length === 0) {
    // Where the text names no code, the picture is the display of it.
    if (twin === undefined) operators.push(read);
    else if (twin.uscc === null && read.uscc !== null) {
      if (twin.name !== null && read.name !== null && !sameName(twin.name, read.name))
        warnings.push(`picture ${at}: its name was read as ${read.name}, the page's text says ${twin.name}`);
      operators.push({ ...read, name: twin.name ?? read.name });
    }
    return;
  }
  if (twin !== undefined) return;
  if (read.uscc !== null && read.usccValid === true) {
    warnings.push(
      `picture ${at}: shows the code ${read.uscc}, the page's text ${coded.map((one) => one.uscc).join(', ')}`,
    );
    operators.push(read);
  }
}
