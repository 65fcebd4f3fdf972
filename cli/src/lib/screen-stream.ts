// SPDX-License-Identifier: Apache-2.0
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { SEVERITIES, type Severity } from '@yiwang/screening';
import { lineBlocks } from './line-blocks.ts';
import { makeScreener } from './screen-engine.ts';
import { type BlockAnswer, type PoolSetup, ScreenPool } from './screen-pool.ts';

const BLOCK_BYTES = 1 << 20;
/** Below this no thread is started: the answer is there before a thread would be. */
export const FEW_BYTES = 1 << 19;
const SMALL_BYTES = FEW_BYTES;

export interface ScreenSummary {
  lines: number;
  bad: number;
  worst: Severity | null;
}

const encoder = new TextEncoder();

/** Puts the answers to bad lines where they belong; only now their line numbers are known. */
function withBad(answer: BlockAnswer, linesBefore: number): Uint8Array {
  if (answer.bad.length === 0) return answer.output;
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { line, at, message } of answer.bad) {
    const error = { code: 'screen.bad-line', message };
    parts.push(answer.output.subarray(from, at));
    parts.push(encoder.encode(`${JSON.stringify({ line: linesBefore + line, error })}\n`));
    from = at;
  }
  parts.push(answer.output.subarray(from));
  return Buffer.concat(parts);
}

/** Writes answers in their order and keeps count. */
class Answers {
  readonly summary: ScreenSummary = { lines: 0, bad: 0, worst: null };
  readonly #out: Writable;

  constructor(out: Writable) {
    this.#out = out;
  }

  async write(answer: BlockAnswer): Promise<void> {
    const { summary } = this;
    const bytes = withBad(answer, summary.lines);
    summary.lines += answer.lines;
    summary.bad += answer.bad.length;
    const { worst } = answer;
    if (
      worst !== null &&
      (summary.worst === null || SEVERITIES.indexOf(worst) > SEVERITIES.indexOf(summary.worst))
    )
      summary.worst = worst;
    if (bytes.length > 0 && !this.#out.write(bytes)) await once(this.#out, 'drain');
  }
}

/** Screens a file of NDJSON over `jobs` threads that read it side by side. */
export async function screenFile(
  file: string,
  size: number,
  setup: PoolSetup,
  jobs: number,
  out: Writable,
): Promise<ScreenSummary> {
  const answers = new Answers(out);
  const pool = new ScreenPool(jobs, { ...setup, file });
  const pending: Promise<BlockAnswer>[] = [];
  try {
    for (let from = 0; from < size; ) {
      // Small blocks first, for an early first answer.
      const to = Math.min(size, from + (from < BLOCK_BYTES ? SMALL_BYTES : BLOCK_BYTES));
      const { answer } = await pool.submit({ from, to });
      // A failed thread is reported when its turn to be written comes.
      answer.catch(() => undefined);
      pending.push(answer);
      from = to;
      while (pending.length > jobs * 3) await answers.write(await pending.shift()!);
    }
    for (const answer of pending) await answers.write(await answer);
  } finally {
    await pool.close();
  }
  return answers.summary;
}

/** Screens NDJSON into NDJSON in the same order, over `jobs` threads when there is enough of it. */
export async function screenStream(
  source: AsyncIterable<Uint8Array>,
  setup: PoolSetup,
  jobs: number,
  out: Writable,
): Promise<ScreenSummary> {
  const answers = new Answers(out);
  let pool: ScreenPool | null = null;
  let single: ReturnType<typeof makeScreener> | null = null;
  const pending: Promise<BlockAnswer>[] = [];
  let failure: unknown = null;
  try {
    const take = (size: number): ArrayBuffer => pool?.buffer(size) ?? new ArrayBuffer(size);
    let seen = 0;
    for await (const { bytes, length } of lineBlocks(source, BLOCK_BYTES, take, () => pending.length === 0)) {
      seen += length;
      if (pool === null && (jobs === 1 || seen <= SMALL_BYTES)) {
        single ??= makeScreener(setup.rules, setup.today);
        const { output, ...rest } = single.screen(new Uint8Array(bytes, 0, length), length);
        await answers.write({ ...rest, output: output.slice() });
        continue;
      }
      pool ??= new ScreenPool(jobs, setup);
      const { answer } = await pool.submit({ input: bytes, length });
      // A failed thread is reported when its turn to be written comes.
      answer.catch(() => undefined);
      pending.push(answer);
      while (pending.length > jobs * 2) await answers.write(await pending.shift()!);
    }
    for (const answer of pending) await answers.write(await answer);
  } catch (error) {
    failure = error;
  }
  await pool?.close();
  if (failure !== null) throw failure;
  return answers.summary;
}
