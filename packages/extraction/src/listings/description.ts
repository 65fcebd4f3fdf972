// SPDX-License-Identifier: Apache-2.0
import { BLOCK, elementBits, nameHash, UNSEEN } from '../html/names.ts';
import { type Tape, TEXT } from '../html/tape.ts';
import { textOf } from '../html/text-of.ts';
import { TextSink } from '../html/text-sink.ts';

const CLASS = nameHash('class');
const ID = nameHash('id');
/** What templates call the words about the goods. */
const NAMED =
  /(?:^|[\s_-])(?:(?:product|goods|item|prod|pro)[_-]?)?(?:description|desc|miaoshu)(?:[_-]?(?:text|content|body|txt))?(?:$|\s)/i;
/** What stands above them. */
const LABEL =
  /^(?:(?:商品|宝贝|寶貝|产品|產品|图文|圖文|详细|詳細)(?:详情|詳情|描述|介绍|介紹|说明|說明|简介|簡介)|详情|描述|说明|(?:product )?description|商品説明|商品の説明|produktbeschreibung|beschreibung|descripción|상품설명)\s*[:：]?$/i;
const ENDS = new Set(
  ['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'table', 'section', 'aside', 'footer', 'form', 'dt'].map(nameHash),
);
const MAX = 4000;

/**
 * The words about the goods in plain markup: an element that is named for them, else what follows a line such as
 * `商品详情`. Looked for behind node `after`; ranges of other goods' cards are passed over. Null where there are none.
 */
export function readDescription(tape: Tape, after: number, cards: readonly number[]): string | null {
  let labelled: string | null = null;
  let card = 0;
  for (let n = Math.max(0, after + 1); n < tape.count; n++) {
    while (card < cards.length && tape.last[cards[card]!]! <= n) card++;
    if (n === cards[card]) {
      n = tape.last[n]! - 1;
      continue;
    }
    if (tape.hash[n] === TEXT) {
      if (labelled !== null || tape.end[n]! - tape.start[n]! > 24) continue;
      if (LABEL.test(tape.html.slice(tape.start[n], tape.end[n]).trim())) labelled = following(tape, n);
      continue;
    }
    if (elementBits(tape.hash[n]!) & UNSEEN) {
      n = tape.last[n]! - 1;
      continue;
    }
    const name = tape.attr(n, CLASS) ?? tape.attr(n, ID);
    if (name === null || name === undefined || !NAMED.test(name)) continue;
    const text = textOf(tape, n).trim();
    if (text.length >= 4 && !LABEL.test(text)) return text.slice(0, MAX);
  }
  return labelled;
}

/** What comes after a label: in the element around it, or the one around that, up to the next heading or table. */
function following(tape: Tape, label: number): string | null {
  let from = tape.parent[label]!;
  for (let step = 0; step < 3 && from >= 0; step++) {
    const around = tape.parent[from]!;
    if (around < 0) return null;
    const text = textBetween(tape, tape.last[from]!, tape.last[around]!);
    if (text.length >= 4) return text.slice(0, MAX);
    from = around;
  }
  return null;
}

function textBetween(tape: Tape, from: number, to: number): string {
  const sink = new TextSink();
  for (let n = from; n < to && sink.out.length < MAX; n++) {
    const hash = tape.hash[n]!;
    if (hash === TEXT) {
      sink.add(tape.html, tape.start[n]!, tape.end[n]!);
      continue;
    }
    if (ENDS.has(hash)) break;
    const bits = elementBits(hash);
    if (bits & UNSEEN) n = tape.last[n]! - 1;
    else if (bits & BLOCK) sink.line();
  }
  return sink.out.trim();
}
