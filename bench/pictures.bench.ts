// SPDX-License-Identifier: Apache-2.0
// Pictures a minute: words and QR codes of a licence scan, each as a picture never seen before.
import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createPictureReader } from '@yiwang/collector';

const SECONDS = 20;

export async function bench() {
  const scan = readFileSync(new URL('../market/assets/licence-qinghe.png', import.meta.url));
  // What follows the last chunk of a PNG is no part of the picture, but makes it another file.
  const another = (n: number): Uint8Array => Buffer.concat([scan, Buffer.from(String(n))]);
  const reader = createPictureReader();
  try {
    const first = performance.now();
    await reader.read(scan);
    const cold = performance.now() - first;
    let pictures = 0;
    let right = 0;
    const started = performance.now();
    while (performance.now() - started < SECONDS * 1000) {
      const { text, codes } = await reader.read(another(pictures++));
      if (text.includes('91330106MA00010184') && codes.length === 1) right++;
    }
    const minutes = (performance.now() - started) / 60_000;
    const again = performance.now();
    for (let i = 0; i < 100; i++) await reader.read(scan);
    return {
      name: 'pictures',
      rows: [
        {
          what: 'licence scan, 760 × 520: words and QR code',
          'pictures/min': Math.round(pictures / minutes),
          'code and QR right': `${right} of ${pictures}`,
          'first, with loading, ms': Math.round(cold),
          'seen before, ms': Number(((performance.now() - again) / 100).toFixed(2)),
        },
      ],
      notes: ['one recognizer in one thread, as a patrol has it'],
    };
  } finally {
    await reader.close();
  }
}
