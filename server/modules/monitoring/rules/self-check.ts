// SPDX-License-Identifier: Apache-2.0
import type { SelfCheckAnswer, SelfCheckBody } from '@yiwang/contracts';
import { type Clock, legalDay } from '@yiwang/kernel';
import { findInstrument } from '@yiwang/law';
import type { Finding } from '@yiwang/screening';
import { loadRules } from './engine.ts';

const FALLBACK = {
  zh: '核对这处内容；与实际不符或依法不得发布的，请删除后再发布。',
  en: 'Check this passage; remove it if it is not true or may not be published.',
};

/** What an inspector would see in a listing and how to mend it. Nothing of it is stored, also not in the log. */
export function selfCheck(clock: Clock, listing: SelfCheckBody): SelfCheckAnswer {
  const { engine, rule, version } = loadRules();
  const result = engine.screen({
    id: 'self-check',
    ...listing,
    observedOn: legalDay(clock.now()),
    source: 'listing',
  });
  return {
    labels: result.labels,
    risk: result.risk,
    version,
    findings: result.findings.map((finding: Finding) => {
      const { rule: id, label, severity, confidence, field, start, end, text, why, whyEn } = finding;
      const known = rule(id);
      return {
        rule: id,
        label,
        severity,
        confidence,
        field,
        start,
        end,
        text,
        title: known?.title ?? { zh: id, en: id },
        why: { zh: why, en: whyEn },
        advice: known?.advice ?? FALLBACK,
        basis: finding.basis.map((row) => ({
          ...row,
          title: findInstrument(row.instrument)?.title.zh ?? null,
        })),
      };
    }),
  };
}
