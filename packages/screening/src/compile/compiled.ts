// SPDX-License-Identifier: Apache-2.0
import { failed } from '@yiwang/kernel';
import { type FirstTables, firstTables } from '../first/first-tables.ts';
import { choosePrimary } from '../first/primary-sets.ts';
import { setFrequency } from '../first/set-frequency.ts';
import type { RulePack } from '../types.ts';
import { type CompiledRule, compileRules } from './compile-rules.ts';
import type { Matcher } from './matcher.ts';

/** Packs ready to run: rules with numbered sets, and the two matchers as typed arrays. */
export interface CompiledPacks {
  rules: CompiledRule[];
  anchors: Matcher;
  contexts: Matcher;
  /** How many sets the anchor matcher has. */
  anchorSets: number;
  contextSets: number;
  /** What tells most listings from those worth a closer look. */
  first: FirstTables;
}

/** Compiles packs (from `parsePacks`). The dear part of making an engine; its result can be saved and shared. */
export function compilePacks(packs: readonly RulePack[]): CompiledPacks {
  const { rules, anchors: table, contexts } = compileRules(packs);
  const anchors = table.build();
  choosePrimary(rules, setFrequency(packs, anchors, table.sets));
  return {
    rules,
    anchors,
    contexts: contexts.build(),
    anchorSets: table.sets,
    contextSets: contexts.sets,
    first: firstTables(table.terms(), anchors),
  };
}

const FORMAT = 6;
const MAGIC = 0x59574350;
const HEAD_BYTES = 16;
const ALIGN = 8;
const TYPES = { Uint8Array, Uint16Array, Uint32Array, Int32Array } as const;
type Flat = InstanceType<(typeof TYPES)[keyof typeof TYPES]>;

/** Stands in the saved tree for an array: type, byte offset, length. */
type Place = { $: [keyof typeof TYPES, number, number] };
const isPlace = (value: unknown): value is Place =>
  typeof value === 'object' && value !== null && '$' in value;

const isFlat = (value: unknown): value is Flat => ArrayBuffer.isView(value);

/** Saves compiled packs into one block of bytes. Rules' examples are left out. */
export function saveCompiled(compiled: CompiledPacks): Uint8Array {
  const arrays: Flat[] = [];
  let at = 0;
  const place = (value: unknown): unknown => {
    if (isFlat(value)) {
      const entry: Place = { $: [value.constructor.name as keyof typeof TYPES, at, value.length] };
      arrays.push(value);
      at = Math.ceil((at + value.byteLength) / ALIGN) * ALIGN;
      return entry;
    }
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, place(v)]));
  };
  const rules = compiled.rules.map(({ rule, pack, ...rest }) => ({
    ...rest,
    rule: { ...rule, match: [], examples: { positive: [], negative: [] } },
    pack: { pack: pack.pack, mode: pack.mode, region: pack.region, share: pack.share },
  }));
  const tree = JSON.stringify({
    rules,
    anchors: place(compiled.anchors),
    contexts: place(compiled.contexts),
    anchorSets: compiled.anchorSets,
    contextSets: compiled.contextSets,
    first: place(compiled.first),
  });
  const header = new TextEncoder().encode(tree);
  const body = Math.ceil((HEAD_BYTES + header.length) / ALIGN) * ALIGN;
  const bytes = new Uint8Array(body + at);
  const head = new DataView(bytes.buffer);
  head.setUint32(0, MAGIC);
  head.setUint32(4, FORMAT);
  head.setUint32(8, header.length);
  head.setUint32(12, bytes.length);
  bytes.set(header, HEAD_BYTES);
  let to = body;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), to);
    to = Math.ceil((to + array.byteLength) / ALIGN) * ALIGN;
  }
  return bytes;
}

/** Whether these bytes are compiled packs of this version, as far as their head tells. */
export function isCompiled(buffer: ArrayBufferLike): boolean {
  if (buffer.byteLength < HEAD_BYTES) return false;
  const head = new DataView(buffer as ArrayBuffer);
  return (
    head.getUint32(0) === MAGIC && head.getUint32(4) === FORMAT && head.getUint32(12) === buffer.byteLength
  );
}

/**
 * Takes saved packs into use without copying: the arrays lie in `buffer`, which may be shared between threads.
 * @throws AppError `screening.saved` when it is cut, foreign or of another format.
 */
export function loadCompiled(buffer: ArrayBufferLike): CompiledPacks {
  if (!isCompiled(buffer)) throw failed('screening.saved', 'saved rules are damaged or of another version');
  const length = new DataView(buffer as ArrayBuffer).getUint32(8);
  // A copy: text decoders refuse shared memory.
  const tree = JSON.parse(
    new TextDecoder().decode(new Uint8Array(buffer, HEAD_BYTES, length).slice()),
  ) as CompiledPacks;
  const body = Math.ceil((HEAD_BYTES + length) / ALIGN) * ALIGN;
  const unplace = (value: unknown): unknown => {
    if (isPlace(value)) {
      const [type, at, n] = value.$;
      return new TYPES[type](buffer as ArrayBuffer, body + at, n);
    }
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, unplace(v)]));
  };
  return {
    rules: tree.rules,
    anchors: unplace(tree.anchors) as Matcher,
    contexts: unplace(tree.contexts) as Matcher,
    anchorSets: tree.anchorSets,
    contextSets: tree.contextSets,
    first: unplace(tree.first) as FirstTables,
  };
}
