// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { pictureKind } from './picture-size.ts';
import { readCodes } from './read-codes.ts';
import { openRecognizer, type Recognizer } from './recognizer.ts';
import { tidyRecognized } from './tidy-recognized.ts';

export interface PictureLimits {
  /** Larger files are not read. Bytes. */
  bytes: number;
  /** Larger pictures are not decoded at all: a small file can hold a huge one. */
  pixels: number;
  /** Icons, dots and rules below this width or height have nothing to read. */
  side: number;
  /** For one picture, ms; then the recognizer is thrown away. */
  ms: number;
  /** Answers kept, by digest. */
  kept: number;
  /** The recognizer's memory is given back when nobody asked for so long, ms. */
  idleMs: number;
}

export const PICTURE_LIMITS: PictureLimits = {
  bytes: 8_000_000,
  pixels: 16_000_000,
  side: 60,
  ms: 30_000,
  kept: 500,
  idleMs: 60_000,
};

export interface PictureText {
  /** SHA-256 of the file, hex: equal pictures are read once. */
  sha256: string;
  width: number;
  height: number;
  /** Words by lines, blanks between Han characters taken out. '' where none were recognised. */
  text: string;
  /** What the recognizer thinks of itself, 0–100. */
  confidence: number;
  /** Contents of QR and other codes in it. */
  codes: string[];
  /** Why it was not read, null where it was. */
  skipped: string | null;
  ms: number;
}

export interface PictureReader {
  /** Never throws for what a picture holds. */
  read(bytes: Uint8Array): Promise<PictureText>;
  close(): Promise<void>;
}

/**
 * Reads words and codes in pictures, one at a time, within bounds, without the network: the recognizer's data and the
 * code reader's WebAssembly come from this installation.
 */
export function createPictureReader(limits: Partial<PictureLimits> = {}): PictureReader {
  const bounds = { ...PICTURE_LIMITS, ...limits };
  const kept = new Map<string, PictureText>();
  let recognizer: Promise<Recognizer> | null = null;
  let idle: NodeJS.Timeout | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const drop = async (): Promise<void> => {
    clearTimeout(idle);
    const old = recognizer;
    recognizer = null;
    await (await old?.catch(() => null))?.close();
  };
  const recognize = async (bytes: Uint8Array): Promise<{ text: string; confidence: number }> => {
    clearTimeout(idle);
    recognizer ??= openRecognizer();
    try {
      return await (await recognizer).recognize(bytes, bounds.ms);
    } catch (error) {
      await drop();
      throw error;
    } finally {
      if (recognizer !== null) idle = setTimeout(() => void drop(), bounds.idleMs).unref();
    }
  };
  const readOne = async (bytes: Uint8Array, sha256: string): Promise<PictureText> => {
    const started = performance.now();
    const kind = bytes.length > bounds.bytes ? null : pictureKind(bytes);
    const answer: PictureText = {
      sha256,
      width: kind?.width ?? 0,
      height: kind?.height ?? 0,
      text: '',
      confidence: 0,
      codes: [],
      skipped: null,
      ms: 0,
    };
    answer.skipped = whyNot(bytes, kind, bounds);
    if (answer.skipped === null)
      try {
        answer.codes = await readCodes(bytes);
        const { text, confidence } = await recognize(bytes);
        answer.text = tidyRecognized(text);
        answer.confidence = confidence;
      } catch (error) {
        answer.skipped = (error as Error).message.slice(0, 200);
      }
    answer.ms = Math.round(performance.now() - started);
    return answer;
  };
  return {
    async read(bytes) {
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const turn = queue.then(async () => {
        const known = kept.get(sha256);
        if (known) return known;
        const answer = await readOne(bytes, sha256);
        kept.set(sha256, answer);
        if (kept.size > bounds.kept) kept.delete(kept.keys().next().value!);
        return answer;
      });
      queue = turn.catch(() => undefined);
      return turn;
    },
    async close() {
      await queue;
      await drop();
    },
  };
}

function whyNot(
  bytes: Uint8Array,
  kind: ReturnType<typeof pictureKind>,
  bounds: PictureLimits,
): string | null {
  if (bytes.length > bounds.bytes) return `more than ${bounds.bytes} bytes`;
  if (kind === null) return 'no picture of a kind that can be read';
  if (kind.format === 'gif') return 'GIF pictures are not read';
  if (kind.width < bounds.side || kind.height < bounds.side) return 'too small to hold words';
  if (kind.width * kind.height > bounds.pixels) return `more than ${bounds.pixels} pixels`;
  return null;
}
