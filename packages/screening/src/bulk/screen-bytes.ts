// SPDX-License-Identifier: Apache-2.0
import type { Engine } from '../engine.ts';
import { type Finding, type ListingInput, SEVERITIES, type Severity } from '../types.ts';
import { BLANK, CLEAN, ListingScanner } from './listing-scanner.ts';
import { ProbeReader } from './probe-reader.ts';

/** A line that is no listing. */
export interface BadLine {
  /** 1-based within the block. */
  line: number;
  /** Where in the block's output its answer belongs. */
  at: number;
  message: string;
}

export interface BlockResult {
  /** Answers in order, each with a line end; bad lines are not among them. */
  output: Uint8Array;
  /** Lines in the block, blank ones included. */
  lines: number;
  bad: BadLine[];
  /** The gravest severity among findings that count for a label, or null. */
  worst: Severity | null;
}

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const HEAD = encoder.encode('{"id":');
const TAIL = encoder.encode(',"labels":[],"risk":0,"findings":[]}\n');

/** Checks the least that a listing needs: an id (text or number) and a title. @throws TypeError */
export function asListing(value: unknown): ListingInput {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new TypeError('a line must be an object');
  const listing = value as ListingInput;
  if (typeof listing.id !== 'string') {
    if (typeof listing.id !== 'number') throw new TypeError('"id" must be a text');
    listing.id = String(listing.id);
  }
  if (typeof listing.title !== 'string') throw new TypeError('"title" must be a text');
  return listing;
}

/** Screens blocks of NDJSON lines. Most lines are answered without ever becoming objects. */
export class BlockScreener {
  readonly #engine: Engine;
  readonly #scanner: ListingScanner;
  #out = new Uint8Array(1 << 16);
  #n = 0;

  constructor(engine: Engine) {
    this.#engine = engine;
    const prices = engine.judgesPrices;
    this.#scanner = new ListingScanner({ reader: new ProbeReader(engine.probe), prices });
  }

  #room(more: number): void {
    if (this.#n + more <= this.#out.length) return;
    const next = new Uint8Array(Math.max(this.#out.length * 2, this.#n + more));
    next.set(this.#out.subarray(0, this.#n));
    this.#out = next;
  }

  /** The output is valid until the next call. */
  screen(bytes: Uint8Array, length: number): BlockResult {
    this.#n = 0;
    const bad: BadLine[] = [];
    let worst = -1;
    let line = 0;
    for (let from = 0; from < length; ) {
      let to = bytes.indexOf(10, from);
      if (to === -1 || to > length) to = length;
      line++;
      const verdict = this.#scanner.scan(bytes, from, to);
      if (verdict === CLEAN) {
        const { idFrom, idTo } = this.#scanner;
        this.#room(HEAD.length + TAIL.length + idTo - idFrom);
        const out = this.#out;
        let n = this.#n;
        for (let k = 0; k < HEAD.length; k++) out[n++] = HEAD[k]!;
        for (let k = idFrom; k < idTo; k++) out[n++] = bytes[k]!;
        for (let k = 0; k < TAIL.length; k++) out[n++] = TAIL[k]!;
        this.#n = n;
      } else if (verdict !== BLANK) {
        try {
          const result = this.#engine.screen(asListing(JSON.parse(decoder.decode(bytes.subarray(from, to)))));
          for (const f of result.findings) worst = Math.max(worst, weight(f));
          const json = `${JSON.stringify(result)}\n`;
          this.#room(json.length * 3);
          this.#n += encoder.encodeInto(json, this.#out.subarray(this.#n)).written;
        } catch (error) {
          bad.push({ line, at: this.#n, message: (error as Error).message });
        }
      }
      from = to + 1;
    }
    return {
      output: this.#out.subarray(0, this.#n),
      lines: line,
      bad,
      worst: worst < 0 ? null : SEVERITIES[worst]!,
    };
  }
}

const weight = (f: Finding): number => (f.confidence >= 0.5 ? SEVERITIES.indexOf(f.severity) : -1);
