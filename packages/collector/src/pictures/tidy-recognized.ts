// SPDX-License-Identifier: Apache-2.0

const HAN = '\\u2e80-\\u9fff\\uf900-\\ufaff\\uff01-\\uff60\\u3001-\\u303f';
const BETWEEN = new RegExp(`(?<=[${HAN}])[ \\t]+(?=[${HAN}])`, 'gu');
const BEFORE_MARK = /[ \t]+(?=[：:，。、；）)])|(?<=[（(：])[ \t]+/gu;

/** Words as recognised to words as printed: blanks between Han characters are the recognizer's own. */
export const tidyRecognized = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.replace(BETWEEN, '').replace(BEFORE_MARK, '').trim())
    .filter((line) => line !== '')
    .join('\n');
