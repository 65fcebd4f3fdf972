// SPDX-License-Identifier: Apache-2.0
import { getSubject } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { useParams } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { Uscc } from '../../parts/uscc.tsx';
import { minuteOf, When } from '../../parts/when.tsx';
import { leadColumns } from '../leads/lead-columns.tsx';
import { CreditSection } from './credit.tsx';
import { FactsTable } from './facts-table.tsx';
import { HitsTable } from './hits-table.tsx';
import { venueColumns } from './index.tsx';
import { Records } from './records.tsx';

/** A subject's file (网络经济户口). */
export default function SubjectFile() {
  const text = useText();
  const { t, word } = text;
  const { id = '' } = useParams();
  const read = useCall(getSubject, { params: { id } });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { subject, registration, facts, venues, hits, leads } = read.data;
  return (
    <Page title={subject.name} line={t('registry.subjectLine')}>
      <div className="stack">
        <Facts>
          <Fact name={t('registry.uscc')}>
            <Uscc code={subject.uscc} valid={subject.usccValid} />
          </Fact>
          <Fact name={t('subjects.kind')}>
            {word('subjectKind', subject.kind)}
            {subject.service ? ` · ${word('service', subject.service)}` : ''}
          </Fact>
          {subject.status ? (
            <Fact name={t('subjects.status')}>
              <Mark tone={subject.status === 'active' ? 'good' : 'bad'}>
                {word('subjectStatus', subject.status)}
              </Mark>
            </Fact>
          ) : null}
          {(['registeredOn', 'division', 'address', 'phone'] as const).map((name) =>
            registration[name] ? (
              <Fact key={name} name={t(`subjects.${name}`)}>
                {registration[name]}
              </Fact>
            ) : null,
          )}
          {registration.saidBy && registration.saidAt ? (
            <Fact name={t('subjects.registration')}>
              <span className="soft breakable">
                {t('subjects.saidBy', { source: registration.saidBy, time: minuteOf(registration.saidAt) })}
              </span>
            </Fact>
          ) : null}
          <Fact name={t('registry.first')}>
            <When at={subject.firstSeenAt} />
          </Fact>
          <Fact name={t('registry.last')}>
            <When at={subject.lastSeenAt} />
          </Fact>
        </Facts>
        <CreditSection id={subject.id} />
        <FactsTable facts={facts} />
        <section className="section">
          <h2>{t('registry.venues')}</h2>
          <Listing
            caption={t('registry.venues')}
            columns={venueColumns(text).filter((column) => column.key !== 'subject')}
            list={{ items: venues, loading: false }}
            rowKey={(venue) => venue.id}
            empty={t('registry.none')}
          />
        </section>
        <HitsTable hits={hits} />
        <section className="section">
          <h2>{t('registry.leads')}</h2>
          <Listing
            caption={t('registry.leads')}
            columns={leadColumns(text)}
            list={{ items: leads, loading: false }}
            rowKey={(lead) => lead.id}
            empty={t('registry.none')}
          />
        </section>
        <Records file={read.data} />
      </div>
    </Page>
  );
}
