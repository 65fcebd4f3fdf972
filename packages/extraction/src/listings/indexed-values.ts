// SPDX-License-Identifier: Apache-2.0
import type { Json } from './lenient-json.ts';

const MAX_NODES = 100_000;

/**
 * Data written as one flat list in which lists and objects hold the places of their members (Nuxt 3, SvelteKit), back in
 * its own shape; circles and special kinds become null. Undefined where it is no such list.
 */
export function fromIndexed(json: Json): Json | undefined {
  if (!Array.isArray(json) || json.length < 2 || typeof json[0] !== 'object') return undefined;
  const list = json;
  let nodes = 0;
  const done = new Map<number, Json>();
  const revive = (at: Json, depth: number): Json => {
    if (typeof at !== 'number' || !Number.isInteger(at) || at < 0 || at >= list.length) return null;
    if (done.has(at)) return done.get(at)!;
    if (depth > 40 || ++nodes > MAX_NODES) return null;
    const value = list[at]!;
    if (value === null || typeof value !== 'object') return value;
    done.set(at, null);
    const made: Json = Array.isArray(value)
      ? typeof value[0] === 'string'
        ? // `["Reactive", 7]`: a kind and what it wraps.
          revive(value[1] ?? null, depth + 1)
        : value.map((one) => revive(one, depth + 1))
      : Object.fromEntries(Object.entries(value).map(([name, one]) => [name, revive(one, depth + 1)]));
    done.set(at, made);
    return made;
  };
  return revive(0, 0);
}
