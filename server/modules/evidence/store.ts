// SPDX-License-Identifier: Apache-2.0

/**
 * Where sealed captures lie, by the SHA-256 of their bytes. Small on purpose: a store of objects elsewhere needs no more.
 * Nothing is ever changed or removed through it.
 */
export interface EvidenceStore {
  /** Keeps the bytes durably before it answers; the same bytes again change nothing. */
  put(bytes: Uint8Array): Promise<{ sha256: string; bytes: number }>;
  /** The bytes, or null where they are missing. */
  get(sha256: string): Promise<Uint8Array | null>;
  has(sha256: string): Promise<boolean>;
}
