// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { failed } from '@yiwang/kernel';

/** What a letter shows; all of it text. */
export interface Letter {
  office: string;
  title: string;
  number: string;
  addressee: string;
  paragraphs: readonly string[];
  closing: string;
  date: string;
  sample: boolean;
}

let ready: { compiler: NodeCompiler; layout: string } | undefined;

/** One compiler a process: the fonts are read once, a letter then takes some ten milliseconds. */
function tools(): { compiler: NodeCompiler; layout: string } {
  if (ready) return ready;
  const fonts = dirname(
    createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
  );
  const font = (name: string) => join(fonts, name, `NotoSansSC_${name}.ttf`);
  ready = {
    compiler: NodeCompiler.create({
      // An empty folder: a layout reads no file beside its data.
      workspace: join(tmpdir(), 'yiwang-no-files'),
      fontArgs: [{ fontPaths: [font('400Regular'), font('700Bold')] }],
    }),
    layout: readFileSync(new URL('./letter.typ', import.meta.url), 'utf8'),
  };
  return ready;
}

/**
 * The letter as PDF/A-2b (ISO 19005-2). The same letter at the same instant gives the same bytes.
 * @param at creation time, ms
 * @throws AppError `document_failed`
 */
export function renderLetter(letter: Letter, at: number): Uint8Array {
  const { compiler, layout } = tools();
  try {
    return compiler.pdf(
      { mainFileContent: layout, inputs: { data: JSON.stringify(letter) } },
      { pdfStandard: 'a-2b', creationTimestamp: Math.floor(at / 1000) },
    );
  } catch (error) {
    throw failed('document_failed', `the letter ${letter.number} could not be set`, { cause: error });
  }
}
