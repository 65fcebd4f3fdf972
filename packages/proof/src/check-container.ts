// SPDX-License-Identifier: Apache-2.0
import type { Claims } from './claim.ts';
import { paths } from './format.ts';
import { jsonMember } from './json-member.ts';
import type { ZipContent } from './zip.ts';

/** MS-DOS time and date of an instant in UTC, as one little-endian number. */
function dosInstant(at: number): number {
  const d = new Date(at);
  const date = ((d.getUTCFullYear() - 1980) << 9) | ((d.getUTCMonth() + 1) << 5) | d.getUTCDate();
  const time = (d.getUTCHours() << 11) | (d.getUTCMinutes() << 5) | (d.getUTCSeconds() >> 1);
  return ((date << 16) | time) >>> 0;
}

/**
 * A capture that we sealed has only one possible container: every member stored, no extras, the instant of the seal on
 * each. So even the bytes of a zip that no digest covers cannot be changed unnoticed. Files of others may differ.
 */
export function checkSealedContainer(bytes: Uint8Array, zip: ZipContent, claims: Claims): void {
  const manifest = jsonMember(zip, paths.manifest);
  if (typeof manifest === 'string' || zip.faults.length > 0) return;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const instant = dosInstant(Date.parse(String(manifest['createdAt'])));
  const commonIsOurs = (at: number) =>
    view.getUint16(at, true) === 20 &&
    view.getUint16(at + 2, true) === 0x0800 &&
    view.getUint16(at + 4, true) === 0 &&
    view.getUint32(at + 6, true) === instant &&
    view.getUint16(at + 24, true) === 0;
  const allZero = (from: number, to: number) => bytes.subarray(from, to).every((byte) => byte === 0);

  let at = 0;
  for (const member of zip.members.values()) {
    at = member.end;
    if (!commonIsOurs(member.start + 4))
      return void claims.failed('container', member.name, 'its header is not as it was sealed');
  }
  for (const member of zip.members.values()) {
    const next = at + 46 + view.getUint16(at + 28, true);
    const isOurs =
      view.getUint16(at + 4, true) === 20 &&
      commonIsOurs(at + 6) &&
      allZero(at + 32, at + 42) &&
      view.getUint32(at + 42, true) === member.start;
    if (!isOurs)
      return void claims.failed(
        'container',
        member.name,
        'its entry in the list of members is not as it was sealed',
      );
    at = next;
  }
  const counts =
    view.getUint16(at + 8, true) === zip.members.size && view.getUint16(at + 10, true) === zip.members.size;
  if (!counts || !allZero(at + 4, at + 8) || !allZero(at + 20, bytes.length))
    claims.failed('container', null, 'its end record is not as it was sealed');
}
