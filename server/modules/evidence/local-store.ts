// SPDX-License-Identifier: Apache-2.0
import { contentStore } from '../../platform/store/content-store.ts';
import type { EvidenceStore } from './store.ts';

/** Evidence as files `<folder>/aa/bb/<sha256>.wacz`. */
export const localStore = (folder: string): EvidenceStore => contentStore(folder, '.wacz');
