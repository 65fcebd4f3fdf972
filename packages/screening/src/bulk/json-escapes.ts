// SPDX-License-Identifier: Apache-2.0

/** RFC 8259 §7: what follows a backslash, and the unit it stands for. */
export const ESCAPED: Readonly<Record<number, number>> = {
  34: 0x22,
  92: 0x5c,
  47: 0x2f,
  98: 8,
  102: 12,
  110: 10,
  114: 13,
  116: 9,
};

/** The value of a hexadecimal digit, or -1. */
export function hex(c: number): number {
  if (c >= 48 && c <= 57) return c - 48;
  const l = c | 32;
  return l >= 97 && l <= 102 ? l - 87 : -1;
}
