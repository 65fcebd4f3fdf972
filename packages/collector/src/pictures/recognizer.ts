// SPDX-License-Identifier: Apache-2.0
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export interface Recognizer {
  recognize(bytes: Uint8Array, ms: number): Promise<{ text: string; confidence: number }>;
  close(): Promise<void>;
}

const require = createRequire(import.meta.url);

/** Engine mode 1 of Tesseract: the neural one, the only one in this data. */
const LSTM_ONLY = 1;

/**
 * Tesseract (WebAssembly, in a thread of its own) for simplified Chinese with the best integer model: the larger kinds
 * misread a licence page in ten places, this one in one. Its data lies in this installation; it fetches nothing.
 */
export async function openRecognizer(): Promise<Recognizer> {
  const { createWorker } = await import('tesseract.js');
  const data = dirname(require.resolve('@tesseract.js-data/chi_sim/package.json'));
  const worker = await createWorker('chi_sim', LSTM_ONLY, {
    langPath: join(data, '4.0.0_best_int'),
    cacheMethod: 'none',
    gzip: true,
    // Its own message is thrown by recognize; without this a broken picture ends the process.
    errorHandler: () => undefined,
  });
  return {
    async recognize(bytes, ms) {
      let timer: NodeJS.Timeout | undefined;
      try {
        const late = new Promise<never>((_, reject) => {
          timer = setTimeout(() => reject(new Error(`not read within ${ms} ms`)), ms);
        });
        const work = worker.recognize(Buffer.from(bytes)).catch((error: unknown) => {
          throw error instanceof Error ? error : new Error(String(error));
        });
        const { data } = await Promise.race([work, late]);
        return { text: data.text, confidence: data.confidence };
      } finally {
        clearTimeout(timer);
      }
    },
    async close() {
      await worker.terminate();
    },
  };
}
