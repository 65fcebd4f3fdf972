// SPDX-License-Identifier: Apache-2.0
import { crc32 } from 'node:zlib';
import { failed } from '@yiwang/kernel';

export interface NewMember {
  name: string;
  bytes: Uint8Array;
}

/** MS-DOS date and time of an instant in UTC, two seconds fine. */
function dosTime(at: number): { date: number; time: number } {
  const d = new Date(at);
  return {
    date: (Math.max(0, d.getUTCFullYear() - 1980) << 9) | ((d.getUTCMonth() + 1) << 5) | d.getUTCDate(),
    time: (d.getUTCHours() << 11) | (d.getUTCMinutes() << 5) | (d.getUTCSeconds() >> 1),
  };
}

/**
 * Writes a zip with every member stored, as WACZ wants it for archives and indexes so that readers can jump into them.
 * The same members and instant give the same bytes. Under 4 GiB only.
 */
export function writeZip(members: readonly NewMember[], at: number): Uint8Array {
  const { date, time } = dosTime(at);
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const { name, bytes } of members) {
    const path = Buffer.from(name, 'utf8');
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800, 2);
    common.writeUInt16LE(0, 4);
    common.writeUInt16LE(time, 6);
    common.writeUInt16LE(date, 8);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(path.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, tail, path]));
    parts.push(local, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    offset += local.length + bytes.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(directory.length, 12);
  if (offset > 0xffff_fffe) throw failed('collector.capture-too-large', 'a capture must stay under 4 GiB');
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, directory, end]);
}
