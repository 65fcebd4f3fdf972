// SPDX-License-Identifier: Apache-2.0
import { parentPort, workerData } from 'node:worker_threads';
import { makeScreener } from './screen-engine.ts';
import type { PoolSetup } from './screen-pool.ts';

const { rules, today } = workerData as PoolSetup;
const screener = makeScreener(rules, today);

parentPort!.on('message', ({ input, length }: { input: ArrayBuffer; length: number }) => {
  const { output, lines, bad, worst } = screener.screen(new Uint8Array(input, 0, length), length);
  // The screener keeps its own buffer: the answer is a copy that can be given away.
  const answer = output.slice().buffer;
  parentPort!.postMessage({ output: answer, written: output.length, lines, bad, worst, input }, [
    answer,
    input,
  ]);
});
