// SPDX-License-Identifier: Apache-2.0
import type { HitDetail } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useText } from '../../app/use-text.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { FindingCard } from '../../parts/finding-card.tsx';
import { LivenessLine } from '../../parts/liveness-line.tsx';
import { HitState } from '../../parts/marks.tsx';
import { money } from '../../parts/money.ts';
import { Outward } from '../../parts/outward.tsx';
import { When } from '../../parts/when.tsx';

/** Below the proof: why it was hit, how good the rule is, whose it is, and what clock would run. */
export function Reasons({ detail }: { detail: HitDetail }) {
  const { t, both, word, locale } = useText();
  const { hit, findings, operator, precision, liveness, siblings, comebacks } = detail;
  return (
    <div className="two reasons">
      <section>
        <h2>{t('triage.reason')}</h2>
        <p className="soft">
          {t('triage.rule')} <Link to={`/rules/${encodeURIComponent(hit.rule)}`}>{both(hit.ruleTitle)}</Link>
          {' · '}
          {precision.judged > 0
            ? t('triage.precision', {
                percent: Math.round((precision.right / precision.judged) * 100),
                judged: precision.judged,
              })
            : t('triage.precisionNone')}
        </p>
        <ul className="findings">
          {findings.map((finding) => (
            <FindingCard key={`${finding.rule} ${finding.field} ${finding.start}`} finding={finding} />
          ))}
        </ul>
      </section>
      <section>
        <Facts>
          <Fact name={t('triage.subject')}>
            {operator ? (
              <>
                {operator.subjectId ? (
                  <Link to={`/registry/subjects/${operator.subjectId}`}>{operator.name}</Link>
                ) : (
                  operator.name
                )}
                {operator.uscc ? <span className="code soft"> {operator.uscc}</span> : null}
              </>
            ) : (
              <span className="soft">{t('triage.subjectUnknown')}</span>
            )}
          </Fact>
          <Fact name={t('triage.shop')}>
            {hit.venueId ? (
              <Link to={`/registry/venues/${hit.venueId}`}>{hit.shop ?? hit.url}</Link>
            ) : (
              (hit.shop ?? t('app.none'))
            )}
          </Fact>
          {hit.price !== null ? (
            <Fact name={t('triage.price')}>{money(hit.price, hit.currency, locale)}</Fact>
          ) : null}
          <Fact name={t('triage.address')}>
            <Outward url={hit.url} />
          </Fact>
          <Fact name={t('triage.found')}>
            <When at={hit.foundAt} />
          </Fact>
          <Fact name={t('triage.liveness')}>
            <LivenessLine liveness={liveness} />
          </Fact>
          <Fact name={t('triage.clock')}>
            <span className="soft">{t('triage.clockNone')}</span>
          </Fact>
          {comebacks.length > 0 ? (
            <Fact name={t('changes.comebacks')}>
              <ul>
                {comebacks.map((one) => (
                  <li key={`${one.direction} ${one.url}`}>
                    {t(one.direction === 'of' ? 'changes.comebackOf' : 'changes.comebackAs')}
                    {'：'}
                    {one.hitId ? <Link to={`/triage?hit=${one.hitId}`}>{one.title}</Link> : one.title}
                    <small className="soft">
                      {' '}
                      {[
                        one.venue,
                        one.byText
                          ? t('changes.likeness', { percent: Math.round(one.likeness * 100) })
                          : null,
                        one.byImage ? t('changes.byImage') : null,
                        one.direction === 'of' && one.gone ? t('changes.gone') : null,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </small>
                  </li>
                ))}
              </ul>
            </Fact>
          ) : null}
          {siblings.length > 0 ? (
            <Fact name={t('triage.siblings')}>
              <ul>
                {siblings.map((sibling) => (
                  <li key={sibling.id}>
                    <Link to={`/triage?hit=${sibling.id}`}>{word('label', sibling.label)}</Link>{' '}
                    <HitState state={sibling.state} />
                  </li>
                ))}
              </ul>
            </Fact>
          ) : null}
        </Facts>
      </section>
    </div>
  );
}
