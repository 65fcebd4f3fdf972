// SPDX-License-Identifier: Apache-2.0
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { Evidence } from '@yiwang/contracts';
import { failed } from '@yiwang/kernel';
import type { App } from '../../platform/app.ts';
import { localStore } from './local-store.ts';
import type { EvidenceStore } from './store.ts';

/** The store of this installation. */
export const evidenceStore = (app: App): EvidenceStore => localStore(join(app.settings.data, 'evidence'));

/** The bytes of an item. @throws AppError `evidence_missing` */
export async function openPackage(app: App, item: Evidence): Promise<Uint8Array> {
  const bytes = await evidenceStore(app).get(item.sha256);
  if (bytes === null) throw failed('evidence_missing', `the store has no ${item.sha256}`);
  return bytes;
}

/** Seals bytes into the store, durably, before any row may name them. */
export async function storePackage(
  app: App,
  bytes: Uint8Array,
): Promise<{ sha256: string; sm3: string; bytes: number }> {
  const kept = await evidenceStore(app).put(bytes);
  return { ...kept, sm3: createHash('sm3').update(bytes).digest('hex') };
}
