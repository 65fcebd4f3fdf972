// SPDX-License-Identifier: Apache-2.0
import type { FilingKind } from '@yiwang/contracts';

export const PATHS: Readonly<Record<FilingKind, string>> = {
  complaint: '/complaints',
  report: '/reports',
  inquiry: '/inquiries',
};
