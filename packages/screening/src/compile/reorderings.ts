// SPDX-License-Identifier: Apache-2.0

/** The orders in which sellers write a term of that many units to hide it: backwards, halves swapped, one pair swapped. */
export function reorderings(length: number): readonly number[][] {
  known[length] ??= make(length);
  return known[length];
}

const known: number[][][] = [];

function make(length: number): number[][] {
  const straight = Array.from({ length }, (_, i) => i);
  const orders: number[][] = [[...straight].reverse()];
  if (length >= 4) {
    const half = Math.ceil(length / 2);
    orders.push([...straight.slice(half), ...straight.slice(0, half)]);
  }
  if (length === 3 || length === 4) {
    for (let i = 1; i < length; i++) orders.push([...straight.slice(i), ...straight.slice(0, i)]);
    for (let i = 0; i + 1 < length; i++) {
      const swapped = [...straight];
      [swapped[i], swapped[i + 1]] = [swapped[i + 1]!, swapped[i]!];
      orders.push(swapped);
    }
    if (length === 4) orders.push([1, 0, 3, 2]);
  }
  if (length >= 5) {
    const half = Math.floor(length / 2);
    orders.push([...straight.slice(half), ...straight.slice(0, half)]);
    orders.push([...straight.slice(0, half).reverse(), ...straight.slice(half).reverse()]);
    orders.push([...straight.slice(0, half + 1).reverse(), ...straight.slice(half + 1).reverse()]);
  }
  const seen = new Set<string>();
  return orders.filter((o) => {
    const key = o.join();
    if (key === straight.join() || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
