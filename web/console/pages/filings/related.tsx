// SPDX-License-Identifier: Apache-2.0
import type { FilingDetail } from '@yiwang/contracts';
import { Link } from 'react-router';
import { type MessageKey, useText } from '../../app/use-text.ts';
import { Mark } from '../../parts/marks.tsx';
import { PATHS } from './paths.ts';

const SAME: Readonly<Record<string, MessageKey>> = {
  filer: 'filings.sameFiler',
  dispute: 'filings.sameDispute',
  target: 'filings.sameTarget',
  paper: 'filings.samePaper',
};

/** Counts and files like this one: for a person's judgement. */
export function Related({ detail }: { detail: Pick<FilingDetail, 'counts' | 'related'> }) {
  const { t, both } = useText();
  const { counts, related } = detail;
  return (
    <section className="section">
      <h2>{t('filings.related')}</h2>
      <p>
        {t('filings.counts', {
          filer: counts.byFiler,
          dispute: counts.byDispute,
          target: counts.byTarget,
        })}
      </p>
      <p className="help">{t('filings.countsHelp')}</p>
      {related.length === 0 ? <p className="soft">{t('filings.relatedNone')}</p> : null}
      <ul>
        {related.map((one) => (
          <li key={one.id}>
            <Link to={`${PATHS[one.kind]}/${one.id}`}>{one.number}</Link> {both(one.stateTitle)}{' '}
            {one.same.map((why) => (
              <Mark key={why}>{SAME[why] ? t(SAME[why]) : why}</Mark>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
