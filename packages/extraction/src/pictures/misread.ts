// SPDX-License-Identifier: Apache-2.0
import { parseUscc } from '@yiwang/kernel';

/** Characters that recognition takes for one another. I, O, S, V and Z stand in no credit code (GB 32100-2015 table 1). */
const ALIKE: Record<string, string> = {
  O: '0',
  I: '1',
  L: '1',
  S: '5',
  Z: '2',
  V: 'Y',
  '0': 'QD',
  D: '0',
  Q: '0',
  '8': 'B',
  B: '8',
  '5': '6',
  '6': '5G',
  G: '6',
  '1': '7',
  '7': '1',
  '2': '7',
  U: '0',
};

/**
 * The one credit code that differs from `code` only in characters recognition mixes up – at most two of them – and
 * passes its check; null where there is none, or more than one. For an officer to look at, never taken for the code.
 */
export function misreadOf(code: string): string | null {
  const text = code.toUpperCase();
  if (text.length !== 18) return null;
  const found = new Set<string>();
  const swap = (from: string, at: number, depth: number): void => {
    for (let i = at; i < 18; i++)
      for (const other of ALIKE[from[i]!] ?? '') {
        const next = from.slice(0, i) + other + from.slice(i + 1);
        if (parseUscc(next).ok) found.add(next);
        if (depth > 1) swap(next, i + 1, depth - 1);
      }
  };
  swap(text, 0, 1);
  if (found.size === 0) swap(text, 0, 2);
  return found.size === 1 ? [...found][0]! : null;
}
