// SPDX-License-Identifier: Apache-2.0
import { exportEvidence as contract, type Evidence } from '@yiwang/contracts';
import { column, exportRoute, inBeijing } from '../../platform/export/index.ts';
import { listEvidence } from './list-evidence.ts';

/** The list of items with their digests; the packages themselves leave one by one, each recorded in its custody. */
export const exportEvidenceList = exportRoute(contract, {
  name: 'evidence',
  title: { zh: '证据', en: 'Evidence' },
  columns: [
    column<Evidence>('标题', 'Title', (item) => item.title),
    column<Evidence>('网址', 'Address', (item) => item.url),
    column<Evidence>('采集时间（北京）', 'Captured (Beijing)', (item) => inBeijing(item.capturedAt)),
    column<Evidence>('字节', 'Bytes', (item) => item.bytes),
    column<Evidence>('SHA-256', 'SHA-256', (item) => item.sha256),
    column<Evidence>('SM3', 'SM3', (item) => item.sm3),
  ],
  page: (tx, query) => listEvidence(tx, query),
});
