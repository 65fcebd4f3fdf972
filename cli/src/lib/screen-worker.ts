// SPDX-License-Identifier: Apache-2.0
import { openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { BlockReader } from './read-block.ts';
import { makeScreener } from './screen-engine.ts';
import type { PoolRequest, PoolSetup } from './screen-pool.ts';

const { rules, today, file } = workerData as PoolSetup;
const screener = makeScreener(rules, today);
const reader = file === undefined ? null : new BlockReader(openSync(file, 'r'));

parentPort!.on('message', (request: PoolRequest) => {
  const lines =
    'from' in request
      ? reader!.lines(request.from, request.to)
      : new Uint8Array(request.input, 0, request.length);
  const { output, lines: count, bad, worst } = screener.screen(lines, lines.length);
  // The screener keeps its own buffer: the answer is a copy that can be given away.
  const answer = output.slice().buffer;
  const input = 'input' in request ? request.input : null;
  parentPort!.postMessage(
    { output: answer, written: output.length, lines: count, bad, worst, input },
    input === null ? [answer] : [answer, input],
  );
});
