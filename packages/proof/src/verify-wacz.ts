// SPDX-License-Identifier: Apache-2.0
import { checkSealedContainer } from './check-container.ts';
import { checkDigest, checkManifest, checkMembers } from './check-datapackage.ts';
import { checkIndex } from './check-index.ts';
import { checkPages } from './check-pages.ts';
import { checkRecords } from './check-records.ts';
import { Claims, type Verification } from './claim.ts';
import { sha256Hex } from './digest.ts';
import { paths } from './format.ts';
import { jsonMember } from './json-member.ts';
import { readZip, type ZipContent } from './zip.ts';

export interface VerifyOptions {
  /** The digest under which the whole file was recorded elsewhere, SHA-256 in hex; then it must be that very file. */
  expectedSha256?: string;
  /** What the asker trusts and therefore demands: a signature or proof of time that leads to one of these. */
  trust?: { name: string; bytes: Uint8Array }[];
}

/** Signature and time: nothing demands them by itself, a given trust does. */
function checkTrust(zip: ZipContent, options: VerifyOptions, claims: Claims): void {
  const digest = jsonMember(zip, paths.digest);
  const signed = typeof digest === 'object' && digest['signedData'] !== undefined;
  const what = signed
    ? 'it carries a signature of a kind that is not checked here'
    : 'nobody has signed this file: it proves that it is whole, not who made it';
  if (options.trust === undefined) claims.notYet('signature', null, what);
  else
    claims.policy(
      'signature',
      null,
      `a signature by one of ${options.trust.length} trusted keys is demanded; ${what}`,
    );
  claims.notYet('time', null, 'it carries no proof of time by a third party (RFC 3161)');
}

/**
 * Verifies a WACZ offline, from its bytes alone, and names every broken, missing, swapped, extra or cut part with its
 * reason. Proofs that fail make it `invalid`; a policy that is not met, with all proofs holding, only `incomplete`.
 * Throws `proof.not-a-zip` for what is no zip at all.
 */
export async function verifyWacz(bytes: Uint8Array, options: VerifyOptions = {}): Promise<Verification> {
  const claims = new Claims();
  const zip = readZip(bytes);
  for (const { member, reason } of zip.faults) claims.failed('container', member, reason);
  for (const name of [paths.datapackage, paths.digest, paths.pages])
    if (!zip.members.has(name) && !zip.faults.some((f) => f.member === name))
      claims.failed('container', name, 'it is missing');
  checkSealedContainer(bytes, zip, claims);
  if (!claims.hasFailed('container'))
    claims.proven('container', null, `${zip.members.size} members, every byte accounted for`);
  if (options.expectedSha256 !== undefined) {
    if (sha256Hex(bytes) === options.expectedSha256.toLowerCase())
      claims.proven('file', null, 'the recorded SHA-256');
    else claims.failed('file', null, 'it is not the file whose SHA-256 was recorded');
  }
  checkDigest(zip, claims);
  checkMembers(zip, claims);
  checkManifest(zip, claims);
  const archives = checkRecords(zip, claims);
  checkIndex(zip, archives, claims);
  checkPages(zip, archives, claims);
  checkTrust(zip, options, claims);
  return claims.verification();
}
