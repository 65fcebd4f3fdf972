// SPDX-License-Identifier: Apache-2.0

/** Where things lie in our captures (WACZ 1.1.1), and what our own manifest looks like. */
export const paths = {
  warc: 'archive/data.warc.gz',
  index: 'indexes/index.cdxj',
  pages: 'pages/pages.jsonl',
  manifest: 'seal/manifest.json',
  datapackage: 'datapackage.json',
  digest: 'datapackage-digest.json',
} as const;

export const WACZ_VERSION = '1.1.1';
export const MANIFEST_FORMAT = 'yiwang-seal/1';

/**
 * Both digests of every member that existed before it; `datapackage.json` in turn names the manifest, so a signature
 * over the datapackage covers everything under SHA-256 and SM3 alike.
 */
export interface SealManifest {
  format: typeof MANIFEST_FORMAT;
  createdAt: string;
  software: string;
  members: { path: string; bytes: number; sha256: string; sm3: string }[];
}
