// SPDX-License-Identifier: Apache-2.0
import type { FindingView } from '@yiwang/contracts';
import { useText } from '../app/use-text.ts';
import { BasisList } from './basis-list.tsx';
import { LabelName, SeverityMark } from './marks.tsx';

/** One reason: what was found where, under which disguise, and what law it rests on. */
export function FindingCard({ finding }: { finding: FindingView }) {
  const { t, word, both } = useText();
  return (
    <li className="finding">
      <p>{both(finding.why)}</p>
      <p className="finding-line">
        <SeverityMark severity={finding.severity} />
        <span>
          <LabelName label={finding.label} />
        </span>
        <span className="soft">
          {t('triage.field')} {word('textField', finding.field.replace(/^attributes\./, ''))}
        </span>
        <span className="soft">
          {t('triage.confidence', { percent: Math.round(finding.confidence * 100) })}
        </span>
        {finding.folds.length > 0 ? (
          <span className="soft">
            {t('triage.folds')} {finding.folds.map((fold) => word('fold', fold)).join('、')}
          </span>
        ) : null}
      </p>
      <BasisList basis={finding.basis} />
    </li>
  );
}
