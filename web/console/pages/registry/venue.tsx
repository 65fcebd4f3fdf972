// SPDX-License-Identifier: Apache-2.0
import { getVenue } from '@yiwang/contracts';
import { Skeleton } from 'antd';
import { Link, useParams } from 'react-router';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { count } from '../../parts/money.ts';
import { Outward } from '../../parts/outward.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';
import { FactsTable } from './facts-table.tsx';
import { HitsTable } from './hits-table.tsx';
import { VenueChanges } from './venue-changes.tsx';

/** A venue (经营场所): a site or a shop on one. */
export default function VenueFile() {
  const { t, word, locale } = useText();
  const { id = '' } = useParams();
  const read = useCall(getVenue, { params: { id } });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 10 }} />;
  const { venue, facts, hits } = read.data;
  return (
    <Page title={venue.name} line={t('registry.venueLine')}>
      <div className="stack">
        <Facts>
          <Fact name={t('registry.kind')}>{word('venueKind', venue.kind)}</Fact>
          <Fact name={t('registry.url')}>
            <Outward url={venue.url} />
          </Fact>
          {venue.platform ? (
            <Fact name={t('registry.platform')}>
              <Link to={`/registry/venues/${venue.platform.id}`}>{venue.platform.name}</Link>
            </Fact>
          ) : null}
          <Fact name={t('registry.subject')}>
            {venue.subject ? (
              <Link to={`/registry/subjects/${venue.subject.id}`}>{venue.subject.name}</Link>
            ) : (
              <span className="soft">{t('registry.usccNone')}</span>
            )}
          </Fact>
          <Fact name={t('registry.listings')}>{count(venue.listings, locale)}</Fact>
          <Fact name={t('registry.first')}>
            <When at={venue.firstSeenAt} />
          </Fact>
          <Fact name={t('registry.last')}>
            <When at={venue.lastSeenAt} />
          </Fact>
        </Facts>
        <FactsTable facts={facts} />
        <VenueChanges id={venue.id} />
        <HitsTable hits={hits} all={`/triage?venueId=${venue.id}`} />
      </div>
    </Page>
  );
}
