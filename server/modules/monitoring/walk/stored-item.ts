// SPDX-License-Identifier: Apache-2.0
import type { App } from '../../../platform/app.ts';
import { type SealedItem, storePackage } from '../../evidence/index.ts';

export type StoredItem = Omit<SealedItem, 'patrolId' | 'venueId' | 'agencyPath' | 'note'>;

/** Puts sealed bytes into the store and answers with what a row will say of them. */
export async function evidenceStoreItem(
  app: App,
  bytes: Uint8Array,
  about: { url: string; title: string | null; capturedAt: number; hasScreenshot: boolean },
): Promise<StoredItem> {
  return { ...(await storePackage(app, bytes)), ...about };
}
