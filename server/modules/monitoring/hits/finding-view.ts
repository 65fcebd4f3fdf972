// SPDX-License-Identifier: Apache-2.0
import type { FindingView } from '@yiwang/contracts';
import type { Finding } from '@yiwang/screening';
import { cite } from '../../../platform/files/index.ts';

/** A finding as the API shows it. */
export const viewFinding = (finding: Finding): FindingView => ({
  rule: finding.rule,
  label: finding.label,
  severity: finding.severity,
  confidence: finding.confidence,
  field: finding.field,
  start: finding.start,
  end: finding.end,
  text: finding.text,
  folds: finding.folds,
  why: { zh: finding.why, en: finding.whyEn },
  basis: cite(finding.basis),
});
