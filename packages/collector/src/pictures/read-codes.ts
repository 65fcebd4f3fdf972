// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
let prepared: Promise<typeof import('zxing-wasm/reader')> | null = null;

/** The code reader with its WebAssembly from this installation: by default it would fetch it from a public server. */
const reader = (): Promise<typeof import('zxing-wasm/reader')> => {
  prepared ??= import('zxing-wasm/reader').then((zxing) => {
    const file = readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm'));
    const wasmBinary = file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
    zxing.prepareZXingModule({ overrides: { wasmBinary } });
    return zxing;
  });
  return prepared;
};

/** Contents of the QR codes in a picture (ISO/IEC 18004), rotated and small ones too. */
export async function readCodes(bytes: Uint8Array): Promise<string[]> {
  const zxing = await reader();
  const found = await zxing
    .readBarcodes(bytes, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 4 })
    .catch(() => []);
  return [...new Set(found.filter((code) => code.isValid && code.text !== '').map((code) => code.text))];
}
