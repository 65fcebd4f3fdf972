// SPDX-License-Identifier: Apache-2.0
import type { FilingDetail } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useText } from '../../app/use-text.ts';
import { BasisList } from '../../parts/basis-list.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { money } from '../../parts/money.ts';
import { Outward } from '../../parts/outward.tsx';

/** What was filed, and which office has power by which article. */
export function About({ detail }: { detail: FilingDetail }) {
  const { t, word, both, locale } = useText();
  const { filing, office } = detail;
  const line = (name: string, value: string | null) => (value ? <Fact name={name}>{value}</Fact> : null);
  const consents = [
    detail.consentPublish ? t('filings.consentPublish') : null,
    detail.consentEntrust ? t('filings.consentEntrust') : null,
  ].filter(Boolean);
  return (
    <section className="section">
      <h2>{t('filings.about')}</h2>
      <Facts>
        <Fact name={t('filings.statement')}>
          <span className="written">{detail.statement}</span>
        </Fact>
        {detail.claims.length > 0 ? (
          <Fact name={t('filings.claims')}>
            {detail.claims.map((one) => word('claim', one)).join('、')}
            {detail.amount !== null ? ` · ${money(detail.amount, 'CNY', locale)}` : ''}
          </Fact>
        ) : null}
        <Fact name={t('filings.matter')}>
          {word('filingMatter', filing.matter)}
          {detail.door === 'operator' ? ` · ${t('filings.operatorDoor')}` : ''}
        </Fact>
        {line(t('filings.happenedOn'), detail.happenedOn)}
        {line(t('filings.knownOn'), detail.knownOn)}
        {line(t('filings.shop'), filing.shopName)}
        {line(t('filings.platform'), detail.platform)}
        <Fact name={t('filings.respondent')}>
          {detail.subjectId ? (
            <Link to={`/registry/subjects/${detail.subjectId}`}>{filing.respondent ?? filing.title}</Link>
          ) : (
            (filing.respondent ?? <span className="soft">{t('app.none')}</span>)
          )}
        </Fact>
        {line(t('filings.respondentAddress'), detail.respondentAddress)}
        {line(t('filings.respondentPhone'), detail.respondentPhone)}
        {line(t('filings.order'), detail.orderNumber)}
        {detail.shopUrl ? (
          <Fact name={t('filings.page')}>
            <Outward url={detail.shopUrl} />
          </Fact>
        ) : null}
        <Fact name={t('filings.capture')}>
          <CaptureLine detail={detail} />
        </Fact>
        {filing.kind === 'complaint' ? (
          <Fact name={t('filings.consents')}>{consents.join('、') || t('filings.consentNone')}</Fact>
        ) : null}
        <Fact name={t('filings.venue')}>
          {office.primary.map((one) => one.name).join('、') || <span className="soft">{t('app.none')}</span>}
          {office.doubt ? (
            <p className="help">
              {t('filings.venueDoubt')}：{both(office.doubt)}
            </p>
          ) : null}
          {office.may.length > 0 ? (
            <p className="help">
              {t('filings.venueMay')}：{office.may.map((one) => one.name).join('、')}
            </p>
          ) : null}
          <details>
            <summary>{t('filings.venueWhy')}</summary>
            <ol className="derivation">
              {office.derivation.map((step) => (
                <li key={step.zh}>{both(step)}</li>
              ))}
            </ol>
            <BasisList basis={office.basis} />
          </details>
        </Fact>
      </Facts>
    </section>
  );
}

function CaptureLine({ detail }: { detail: FilingDetail }) {
  const { t } = useText();
  const { capture } = detail;
  if (!capture) return <span className="soft">{t('filings.captureNone')}</span>;
  const words = {
    queued: t('filings.captureQueued'),
    running: t('filings.captureRunning'),
    done: t('filings.captureDone', { hits: capture.hits }),
    failed: t('filings.captureFailed', { problem: capture.problem ?? '' }),
  };
  return (
    <>
      {words[capture.state]}
      {capture.patrolId ? (
        <>
          {' · '}
          <Link to={`/patrols/${capture.patrolId}`}>{t('filings.captureOpen')}</Link>
        </>
      ) : null}
    </>
  );
}
