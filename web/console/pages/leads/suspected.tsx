// SPDX-License-Identifier: Apache-2.0
import type { LeadDetail } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useText } from '../../app/use-text.ts';
import { BasisList } from '../../parts/basis-list.tsx';
import { FindingCard } from '../../parts/finding-card.tsx';
import { LabelName, SeverityMark } from '../../parts/marks.tsx';
import { TextsView } from '../../parts/texts-view.tsx';

/** What is suspected under which article, with the words that carry it. */
export function Suspected({ detail }: { detail: LeadDetail }) {
  const { t, both } = useText();
  const findings = detail.suspected.flatMap((row) => (row.finding ? [row.finding] : []));
  return (
    <section className="section">
      <h2>{t('leads.suspected')}</h2>
      <ul className="findings">
        {detail.suspected.map((row) => (
          <li key={`${row.rule} ${row.hitId}`} className="suspected">
            <p className="hit-line">
              <SeverityMark severity={row.severity} />
              <strong>
                <LabelName label={row.label} />
              </strong>
              <Link to={`/rules/${encodeURIComponent(row.rule)}`}>{both(row.title)}</Link>
              {row.hitId ? (
                <Link to={`/triage?state=confirmed&hit=${row.hitId}`}>{t('leads.hitOpen')}</Link>
              ) : null}
            </p>
            {row.finding ? (
              <ul>
                <FindingCard finding={row.finding} />
              </ul>
            ) : (
              <BasisList basis={row.basis} />
            )}
          </li>
        ))}
      </ul>
      <h3 className="texts-title">{t('leads.text')}</h3>
      <TextsView texts={detail.object.texts} findings={findings} />
    </section>
  );
}
