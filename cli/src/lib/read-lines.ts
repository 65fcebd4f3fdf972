// SPDX-License-Identifier: Apache-2.0
import { createReadStream } from 'node:fs';
import { invalid } from '@yiwang/kernel';

/**
 * The bytes of a file, or of standard input for `-` or nothing.
 * @throws AppError `input.unreadable`
 */
export async function* readBytes(file: string | undefined): AsyncGenerator<Uint8Array> {
  const stream =
    file === undefined || file === '-' ? process.stdin : createReadStream(file, { highWaterMark: 1 << 20 });
  try {
    for await (const chunk of stream) yield chunk as Uint8Array;
  } catch (cause) {
    throw invalid(
      'input.unreadable',
      `cannot read ${file ?? 'standard input'}: ${(cause as Error).message}`,
      { cause },
    );
  }
}

/** The whole input as UTF-8 text. */
export async function readText(file: string | undefined): Promise<string> {
  const parts: Uint8Array[] = [];
  for await (const chunk of readBytes(file)) parts.push(chunk);
  return new TextDecoder().decode(Buffer.concat(parts));
}

/** Lines of UTF-8 text without their ends; a last line without an end counts, an empty rest does not. */
export async function* readLines(file: string | undefined): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of readBytes(file)) {
    const parts = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = parts.pop() ?? '';
    for (const line of parts) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  rest += decoder.decode();
  if (rest !== '') yield rest;
}
