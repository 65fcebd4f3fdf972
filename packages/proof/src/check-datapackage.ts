// SPDX-License-Identifier: Apache-2.0
import type { Claims } from './claim.ts';
import { matchesDigest, sha256Hex, sm3Hex } from './digest.ts';
import { MANIFEST_FORMAT, paths } from './format.ts';
import { jsonMember, objectsIn, textOf } from './json-member.ts';
import type { ZipContent } from './zip.ts';

/** `datapackage-digest.json` against `datapackage.json` (WACZ 1.1.1 §5.4). */
export function checkDigest(zip: ZipContent, claims: Claims): void {
  const digest = jsonMember(zip, paths.digest);
  const datapackage = zip.members.get(paths.datapackage);
  if (typeof digest === 'string') return void claims.failed('datapackage', paths.digest, digest);
  if (datapackage === undefined) return void claims.failed('datapackage', paths.datapackage, 'it is missing');
  const hash = textOf(digest, 'hash') ?? '';
  if (textOf(digest, 'path') !== paths.datapackage || matchesDigest(datapackage.bytes, hash) !== true)
    return void claims.failed(
      'datapackage',
      paths.datapackage,
      `its bytes do not match the digest in ${paths.digest}`,
    );
  const sm3 = textOf(digest, 'sm3');
  if (sm3 !== null && sm3 !== sm3Hex(datapackage.bytes))
    return void claims.failed(
      'datapackage',
      paths.datapackage,
      `its bytes do not match the SM3 digest in ${paths.digest}`,
    );
  claims.proven('datapackage', paths.datapackage, sm3 === null ? 'SHA-256' : 'SHA-256 and SM3');
}

interface Listed {
  path: string;
  bytes: number | null;
  hash: string;
}

/** Every member against what `datapackage.json` lists: none missing, none more, each with its length and digest. */
export function checkMembers(zip: ZipContent, claims: Claims): void {
  const datapackage = jsonMember(zip, paths.datapackage);
  if (typeof datapackage === 'string') return;
  const version = textOf(datapackage, 'wacz_version') ?? '';
  if (!/^1\.\d/.test(version))
    claims.failed('datapackage', paths.datapackage, `WACZ version "${version}" is not known`);
  const listed: Listed[] = objectsIn(datapackage, 'resources').map((resource) => ({
    path: textOf(resource, 'path') ?? '',
    bytes: typeof resource['bytes'] === 'number' ? resource['bytes'] : null,
    hash: textOf(resource, 'hash') ?? '',
  }));
  if (listed.length === 0) claims.failed('datapackage', paths.datapackage, 'it lists no members');
  const digests = new Map([...zip.members].map(([name, member]) => [name, sha256Hex(member.bytes)]));
  const seen = new Set<string>([paths.datapackage, paths.digest]);
  for (const { path, bytes, hash } of listed) {
    const member = zip.members.get(path);
    if (seen.has(path)) claims.failed('member', path, 'it is listed twice');
    seen.add(path);
    if (member === undefined) claims.failed('member', path, 'it is listed but missing');
    else if (matchesDigest(member.bytes, hash) === null)
      claims.failed('member', path, `it has no digest that is known here ("${hash.slice(0, 20)}")`);
    else if (matchesDigest(member.bytes, hash) === false)
      claims.failed('member', path, mismatch(digests.get(path)!, path, member.bytes.length, bytes, listed));
    else if (bytes !== null && bytes !== member.bytes.length)
      claims.failed('member', path, `it has ${member.bytes.length} bytes, ${bytes} are listed`);
    else claims.proven('member', path, 'SHA-256 and length');
  }
  for (const name of zip.members.keys())
    if (!seen.has(name) && !name.endsWith('/'))
      claims.failed('member', name, 'it is there but not listed: added later');
}

/** Says more than "wrong": bytes of another member mean that two were swapped, a shorter length that one was cut. */
function mismatch(
  digest: string,
  path: string,
  length: number,
  bytes: number | null,
  listed: Listed[],
): string {
  const other = listed.find((l) => l.path !== path && l.hash.toLowerCase().endsWith(digest));
  if (other !== undefined) return `it holds the bytes of ${other.path}: swapped`;
  if (bytes !== null && length < bytes) return `it is cut: ${length} of ${bytes} bytes are there`;
  if (bytes !== null && length > bytes) return `it has ${length - bytes} bytes too many`;
  return 'its bytes were changed: they do not match the listed digest';
}

/** Our own manifest with both digests. A WACZ of others has none, which is no fault. */
export function checkManifest(zip: ZipContent, claims: Claims): void {
  if (!zip.members.has(paths.manifest))
    return void claims.notYet(
      'manifest',
      null,
      'there is no manifest with SM3 digests: not sealed by Yiwang',
    );
  const manifest = jsonMember(zip, paths.manifest);
  if (typeof manifest === 'string') return void claims.failed('manifest', paths.manifest, manifest);
  if (manifest['format'] !== MANIFEST_FORMAT)
    return void claims.failed(
      'manifest',
      paths.manifest,
      `format "${String(manifest['format']).slice(0, 40)}" is not known`,
    );
  const members = objectsIn(manifest, 'members');
  const named = new Set<string>();
  let wrong = 0;
  for (const entry of members) {
    const path = textOf(entry, 'path') ?? '';
    named.add(path);
    const member = zip.members.get(path);
    let reason: string | null = null;
    if (member === undefined) reason = 'the manifest names it, but it is missing';
    else if (entry['bytes'] !== member.bytes.length) reason = 'its length is not that of the manifest';
    else if (entry['sha256'] !== sha256Hex(member.bytes)) reason = 'its SHA-256 is not that of the manifest';
    else if (entry['sm3'] !== sm3Hex(member.bytes)) reason = 'its SM3 is not that of the manifest';
    if (reason === null) continue;
    wrong++;
    claims.failed('manifest', path, reason);
  }
  const own = new Set<string>([paths.datapackage, paths.digest, paths.manifest]);
  for (const name of zip.members.keys()) {
    if (named.has(name) || own.has(name) || name.startsWith('seal/')) continue;
    wrong++;
    claims.failed('manifest', name, 'the manifest does not name it: added later');
  }
  if (wrong === 0)
    claims.proven('manifest', paths.manifest, `${members.length} members under SHA-256 and SM3`);
}
