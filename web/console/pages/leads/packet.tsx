// SPDX-License-Identifier: Apache-2.0
import type { LeadDetail } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useText } from '../../app/use-text.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { LivenessLine } from '../../parts/liveness-line.tsx';
import { money } from '../../parts/money.ts';
import { Outward } from '../../parts/outward.tsx';
import { Uscc } from '../../parts/uscc.tsx';

/** The standard packet: subject, venue, address, object, where it comes from, whether it is still there. */
export function Packet({ detail }: { detail: LeadDetail }) {
  const { t, word, locale } = useText();
  const { subject, venue, object, lead, liveness, foundBy } = detail;
  return (
    <section className="section">
      <h2>{t('leads.packet')}</h2>
      <Facts>
        <Fact name={t('leads.subject')}>
          {subject ? (
            <>
              <Link to={`/registry/subjects/${subject.id}`}>{subject.name}</Link>
              <br />
              <Uscc code={subject.uscc} valid={subject.usccValid} />
            </>
          ) : (
            <span className="soft">{t('leads.subjectUnknown')}</span>
          )}
        </Fact>
        {venue ? (
          <Fact name={t('leads.venue')}>
            <Link to={`/registry/venues/${venue.id}`}>{venue.name}</Link>
          </Fact>
        ) : null}
        <Fact name={t('leads.address')}>
          <Outward url={object.url} />
        </Fact>
        {object.price !== null ? (
          <Fact name={t('leads.price')}>{money(object.price, object.currency, locale)}</Fact>
        ) : null}
        <Fact name={t('leads.live')}>
          <LivenessLine liveness={liveness} />
        </Fact>
        <Fact name={t('leads.foundBy')}>
          {word('leadSource', lead.source)}
          {foundBy ? ` · ${foundBy}` : ''}
        </Fact>
      </Facts>
    </section>
  );
}
