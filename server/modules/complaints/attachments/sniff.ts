// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import { imageSize } from './image-size.ts';

export type AttachmentType =
  | 'image/jpeg'
  | 'image/png'
  | 'image/webp'
  | 'image/gif'
  | 'image/heic'
  | 'video/mp4'
  | 'video/quicktime'
  | 'video/webm'
  | 'application/pdf'
  | 'text/plain';

export interface Sniffed {
  type: AttachmentType;
  width: number | null;
  height: number | null;
}

export const MAX_ATTACHMENT_BYTES = 20 * 1024 * 1024;
/** Beyond it a picture would take more memory to show than an officer's machine should give it. */
export const MAX_PIXELS = 60_000_000;

const refuse = (reason: string) => invalid('proof_refused', reason, { faults: [{ field: 'file', reason }] });

const latin = (bytes: Uint8Array, from: number, to: number): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1', from, to);

const FTYP_HEIC = /^(?:heic|heix|hevc|mif1|msf1|heim|heis)$/;

/** The kind by its first bytes alone: what the name or the browser says counts for nothing. */
function kindOf(bytes: Uint8Array): AttachmentType | null {
  const head = latin(bytes, 0, 16);
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('GIF87a') || head.startsWith('GIF89a')) return 'image/gif';
  if (head.startsWith('RIFF') && head.slice(8, 12) === 'WEBP') return 'image/webp';
  if (head.startsWith('%PDF-')) return 'application/pdf';
  if (head.startsWith('\x1aE\xdf\xa3')) return 'video/webm';
  if (head.slice(4, 8) === 'ftyp') {
    const brand = head.slice(8, 12);
    return FTYP_HEIC.test(brand) ? 'image/heic' : brand === 'qt  ' ? 'video/quicktime' : 'video/mp4';
  }
  return isText(bytes) ? 'text/plain' : null;
}

function isText(bytes: Uint8Array): boolean {
  if (bytes.length === 0 || bytes.length > 1024 * 1024) return false;
  if (bytes.some((byte) => byte < 9 || (byte > 13 && byte < 32))) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Signs of a second nature: something that another program would run or unpack. */
const SECOND = [
  ['PK\x05\x06', 'a ZIP archive is hidden in it'],
  ['PK\x03\x04', 'a ZIP archive is hidden in it'],
  ['Rar!\x1a\x07', 'a RAR archive is hidden in it'],
  ["7z\xbc\xaf'\x1c", 'a 7-Zip archive is hidden in it'],
  ['\x7fELF', 'a program is hidden in it'],
  ['This program cannot be run in DOS mode', 'a program is hidden in it'],
] as const;
const MARKUP = /<(?:script|html|body|svg|iframe|!doctype|\?php|%@)[\s>%]/i;
const ACTIVE_PDF = /\/(?:JavaScript|JS|Launch|EmbeddedFile|RichMedia|XFA|SubmitForm|ImportData)\b/;
/** Where a picture or a film keeps words: its first part, and what follows its end. */
const EDGE = 256 * 1024;

function judgeSecondNature(bytes: Uint8Array, type: AttachmentType): void {
  const head = latin(bytes, 0, EDGE);
  const tail = latin(bytes, Math.max(0, bytes.length - EDGE), bytes.length);
  if (type === 'application/pdf') {
    const all = latin(bytes, 0, bytes.length);
    if (ACTIVE_PDF.test(all))
      throw refuse('the PDF holds something active: a script, a program or another file');
    if (!all.includes('%%EOF')) throw refuse('the PDF is cut off');
    if (SECOND.slice(0, 4).some(([sign]) => tail.includes(sign))) throw refuse('an archive is hidden in it');
    return;
  }
  if (type === 'text/plain') {
    if (MARKUP.test(latin(bytes, 0, bytes.length))) throw refuse('the text is a web page or a program');
    return;
  }
  if (latin(bytes, 0, 1024).includes('%PDF-')) throw refuse('it is a picture and a PDF at the same time');
  for (const [sign, reason] of SECOND)
    if (sign.length > 3 && (tail.includes(sign) || head.slice(16).includes(sign))) throw refuse(reason);
  if (MARKUP.test(head) || MARKUP.test(tail)) throw refuse('a web page or a program is hidden in it');
}

/**
 * Says what an attachment is, or refuses it: unknown kinds, two natures in one file, pictures too large to show.
 * Nothing is decoded or unpacked here, so nothing can burst.
 * @throws AppError `proof_refused` with the reason
 */
export function sniff(bytes: Uint8Array): Sniffed {
  if (bytes.length === 0) throw refuse('the file is empty');
  if (bytes.length > MAX_ATTACHMENT_BYTES) throw refuse('the file is larger than 20 MB');
  const type = kindOf(bytes);
  if (type === null) throw refuse('only pictures, films, PDF and plain text are taken');
  judgeSecondNature(bytes, type);
  if (!type.startsWith('image/') || type === 'image/heic') return { type, width: null, height: null };
  const size = imageSize(bytes, type);
  if (size === null) throw refuse('the picture is damaged: its size cannot be read');
  if (size.width * size.height > MAX_PIXELS) throw refuse('the picture has too many pixels');
  return { type, ...size };
}
