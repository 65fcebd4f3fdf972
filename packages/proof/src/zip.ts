// SPDX-License-Identifier: Apache-2.0
import { invalid } from '@yiwang/kernel';
import { crc32 } from './crc32.ts';
import { InflateError, inflateRaw } from './inflate.ts';

export interface ZipMember {
  name: string;
  /** Where its local header begins, and where the member ends, in the file. */
  start: number;
  end: number;
  stored: boolean;
  bytes: Uint8Array;
}

export interface ZipContent {
  members: Map<string, ZipMember>;
  /** What is wrong with the container, each with the member it concerns. */
  faults: { member: string | null; reason: string }[];
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** All members together, decompressed: nothing we write comes near, a bomb does. */
const MAX_TOTAL = 2 ** 30;
const utf8 = new TextDecoder('utf-8');

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

function findEnd(bytes: Uint8Array, view: DataView): number {
  for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - 65_535); at--)
    if (view.getUint32(at, true) === END && at + 22 + view.getUint16(at + 20, true) <= bytes.length)
      return at;
  return -1;
}

interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  size: number;
  full: number;
  start: number;
}

/**
 * Reads a zip (APPNOTE 6.3) whole and distrustfully: the central directory and the local headers must tell the same,
 * every byte of the file must belong to something, every check sum must hold. Faults are collected, not thrown, so that
 * all of them can be named; only what is no zip at all is refused.
 */
export function readZip(bytes: Uint8Array): ZipContent {
  const view = viewOf(bytes);
  const members = new Map<string, ZipMember>();
  const faults: ZipContent['faults'] = [];
  const fault = (member: string | null, reason: string) => faults.push({ member, reason });
  if (bytes.length < 22 || (view.getUint32(0, true) !== LOCAL && view.getUint32(0, true) !== END))
    throw invalid('proof.not-a-zip', 'this is not a zip file, so it cannot be a WACZ');
  const endAt = findEnd(bytes, view);
  const entries = endAt < 0 ? scanLocal(bytes, view) : readCentral(bytes, view, endAt, fault);
  if (endAt < 0) fault(null, 'the file is cut: its end with the list of members is missing');
  else if (endAt + 22 + view.getUint16(endAt + 20, true) !== bytes.length)
    fault(null, 'there are extra bytes behind the end of the archive');

  let expected = 0;
  let total = 0;
  for (const entry of entries) {
    const { name, start } = entry;
    if (start > expected) fault(null, `${start - expected} bytes before ${name} belong to no member`);
    if (start < expected) fault(name, 'it overlaps the member before it');
    if (start + 30 > bytes.length || view.getUint32(start, true) !== LOCAL) {
      fault(name, 'its local header is missing or broken');
      continue;
    }
    const nameLength = view.getUint16(start + 26, true);
    const dataAt = start + 30 + nameLength + view.getUint16(start + 28, true);
    const dataEnd = dataAt + entry.size;
    expected = dataEnd + descriptorLength(view, dataEnd, entry, bytes.length);
    if (dataEnd > bytes.length) {
      fault(name, `it is cut: ${Math.max(0, bytes.length - dataAt)} of ${entry.size} bytes are there`);
      continue;
    }
    if (!localAgrees(bytes, view, entry, nameLength))
      fault(name, 'its local header contradicts the list of members');
    total += entry.full;
    if (total > MAX_TOTAL) {
      fault(name, 'the members are larger than this reader takes');
      break;
    }
    const content = extract(bytes, dataAt, entry);
    if (typeof content === 'string') fault(name, content);
    else if (crc32(content) !== entry.crc) fault(name, 'its bytes do not match its check sum (CRC-32)');
    if (members.has(name)) fault(name, 'it is there twice');
    else if (typeof content !== 'string')
      members.set(name, { name, start, end: expected, stored: entry.method === 0, bytes: content });
  }
  const directoryAt = endAt < 0 ? bytes.length : view.getUint32(endAt + 16, true);
  if (endAt >= 0 && expected < directoryAt)
    fault(null, `${directoryAt - expected} bytes before the list of members belong to no member`);
  return { members, faults };
}

/** Some writers put sizes and check sum behind the data (flag bit 3), with or without a signature. */
function descriptorLength(view: DataView, at: number, entry: Entry, length: number): number {
  if (!(entry.flags & 8) || at + 12 > length) return 0;
  if (view.getUint32(at, true) === 0x08074b50) return 16;
  return view.getUint32(at, true) === entry.crc ? 12 : 0;
}

function localAgrees(bytes: Uint8Array, view: DataView, entry: Entry, nameLength: number): boolean {
  const { start } = entry;
  const name = utf8.decode(bytes.subarray(start + 30, start + 30 + nameLength));
  if (name !== entry.name || view.getUint16(start + 8, true) !== entry.method) return false;
  if (entry.flags & 8) return true;
  return (
    view.getUint32(start + 14, true) === entry.crc &&
    view.getUint32(start + 18, true) === entry.size &&
    view.getUint32(start + 22, true) === entry.full
  );
}

function extract(bytes: Uint8Array, dataAt: number, entry: Entry): Uint8Array | string {
  const data = bytes.subarray(dataAt, dataAt + entry.size);
  if (entry.flags & 1) return 'it is encrypted';
  if (entry.method === 0)
    return entry.size === entry.full ? data : 'its two sizes differ though it is stored';
  if (entry.method !== 8) return `it is packed by an unknown method (${entry.method})`;
  try {
    const { bytes: full } = inflateRaw(data, 0, entry.full);
    return full.length === entry.full ? full : 'it has another length than the list of members says';
  } catch (error) {
    if (error instanceof InflateError) return `it cannot be unpacked: ${error.message}`;
    throw error;
  }
}

function readCentral(
  bytes: Uint8Array,
  view: DataView,
  endAt: number,
  fault: (member: string | null, reason: string) => void,
): Entry[] {
  const count = view.getUint16(endAt + 10, true);
  const directoryAt = view.getUint32(endAt + 16, true);
  if (count === 0xffff || directoryAt === 0xffffffff) {
    fault(null, 'zip64 is not read here');
    return [];
  }
  if (directoryAt + view.getUint32(endAt + 12, true) !== endAt)
    fault(null, 'the list of members is not where it should be');
  const entries: Entry[] = [];
  let at = directoryAt;
  for (let i = 0; i < count; i++) {
    if (at + 46 > endAt || view.getUint32(at, true) !== CENTRAL) {
      fault(null, `the list of members is broken: ${i} of ${count} entries can be read`);
      break;
    }
    const nameLength = view.getUint16(at + 28, true);
    const name = utf8.decode(bytes.subarray(at + 46, at + 46 + nameLength));
    if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..'))
      fault(name, 'its name leads outside');
    entries.push({
      name,
      flags: view.getUint16(at + 8, true),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 20, true),
      full: view.getUint32(at + 24, true),
      start: view.getUint32(at + 42, true),
    });
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries.sort((a, b) => a.start - b.start);
}

/** Without an end record: what the local headers tell, so that the cut member can be named. */
function scanLocal(bytes: Uint8Array, view: DataView): Entry[] {
  const entries: Entry[] = [];
  let at = 0;
  while (at + 30 <= bytes.length && view.getUint32(at, true) === LOCAL) {
    const nameLength = view.getUint16(at + 26, true);
    const size = view.getUint32(at + 18, true);
    const flags = view.getUint16(at + 6, true);
    entries.push({
      name: utf8.decode(bytes.subarray(at + 30, at + 30 + nameLength)),
      flags,
      method: view.getUint16(at + 8, true),
      crc: view.getUint32(at + 14, true),
      size,
      full: view.getUint32(at + 22, true),
      start: at,
    });
    if (flags & 8) break;
    at += 30 + nameLength + view.getUint16(at + 28, true) + size;
  }
  return entries;
}
