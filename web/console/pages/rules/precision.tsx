// SPDX-License-Identifier: Apache-2.0
import type { RuleView } from '@yiwang/contracts';
import { useText } from '../../app/use-text.ts';

/** How often officers agreed, as a share with its numbers: 3 of 4 is not 300 of 400. */
export function PrecisionView({ precision }: { precision: RuleView['precision'] }) {
  const { t } = useText();
  if (precision.judged === 0) return <span className="soft">{t('rules.precisionNone')}</span>;
  return (
    <span className="nowrap">
      {t('rules.precisionOf', {
        percent: Math.round((precision.right / precision.judged) * 100),
        right: precision.right,
        judged: precision.judged,
      })}
    </span>
  );
}
