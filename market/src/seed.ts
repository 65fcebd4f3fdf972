// SPDX-License-Identifier: Apache-2.0

/** A stable number for a text (FNV-1a, 32 bit): the fair has no chance in it, so that a day is always the same day. */
export function seed(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193) >>> 0;
  return h;
}

/** `count` different entries of a list, chosen and ordered by a text. */
export function pick<T>(list: readonly T[], count: number, by: string): T[] {
  return list
    .map((entry, i) => ({ entry, order: seed(`${by}/${i}`) }))
    .sort((a, b) => a.order - b.order)
    .slice(0, count)
    .map(({ entry }) => entry);
}
