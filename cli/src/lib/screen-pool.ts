// SPDX-License-Identifier: Apache-2.0
import { Worker } from 'node:worker_threads';
import type { BadLine, Severity } from '@yiwang/screening';

/** What a worker is started with. */
export interface PoolSetup {
  /** Compiled rules, shared by all threads. */
  rules: SharedArrayBuffer;
  today: string;
  /** The file of which threads read blocks themselves. */
  file?: string;
}

/** A block of lines handed over, or one to be read from the file. */
export type PoolRequest = { input: ArrayBuffer; length: number } | { from: number; to: number };

export interface BlockAnswer {
  output: Uint8Array<ArrayBuffer>;
  lines: number;
  bad: BadLine[];
  worst: Severity | null;
}

interface Message extends Omit<BlockAnswer, 'output'> {
  output: ArrayBuffer;
  written: number;
  input: ArrayBuffer | null;
}

/** Threads that screen blocks of lines. Buffers go to a thread and come back, so memory stays flat. */
export class ScreenPool {
  readonly #idle: Worker[] = [];
  readonly #workers: Worker[] = [];
  readonly #spare: ArrayBuffer[] = [];
  readonly #waiting: ((worker: Worker) => void)[] = [];
  readonly #running = new Map<
    Worker,
    { resolve: (answer: BlockAnswer) => void; reject: (error: Error) => void }
  >();

  constructor(jobs: number, setup: PoolSetup) {
    for (let i = 0; i < jobs; i++) {
      const worker = new Worker(new URL('./screen-worker.ts', import.meta.url), { workerData: setup });
      worker.on('message', (message: Message) => this.#answered(worker, message));
      worker.on('error', (error) => {
        this.#running.get(worker)?.reject(error);
      });
      this.#workers.push(worker);
      this.#free(worker);
    }
  }

  #free(worker: Worker): void {
    const next = this.#waiting.shift();
    if (next === undefined) this.#idle.push(worker);
    else next(worker);
  }

  #answered(worker: Worker, message: Message): void {
    const run = this.#running.get(worker);
    this.#running.delete(worker);
    if (message.input !== null) this.#spare.push(message.input);
    this.#free(worker);
    const { lines, bad, worst } = message;
    run?.resolve({ output: new Uint8Array(message.output, 0, message.written), lines, bad, worst });
  }

  /** A buffer of at least that size, used before where possible. */
  buffer(size: number): ArrayBuffer {
    const at = this.#spare.findIndex((b) => b.byteLength >= size);
    return at === -1 ? new ArrayBuffer(size) : this.#spare.splice(at, 1)[0]!;
  }

  /**
   * Hands a block to the next free thread; its `input` must not be touched afterwards. Resolves at once when one is free:
   * the answer is a promise inside.
   */
  async submit(request: PoolRequest): Promise<{ answer: Promise<BlockAnswer> }> {
    const worker =
      this.#idle.shift() ?? (await new Promise<Worker>((resolve) => void this.#waiting.push(resolve)));
    const answer = new Promise<BlockAnswer>((resolve, reject) => {
      this.#running.set(worker, { resolve, reject });
    });
    worker.postMessage(request, 'input' in request ? [request.input] : []);
    return { answer };
  }

  async close(): Promise<void> {
    await Promise.all(this.#workers.map((w) => w.terminate()));
  }
}
