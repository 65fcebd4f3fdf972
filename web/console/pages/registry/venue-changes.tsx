// SPDX-License-Identifier: Apache-2.0
import { CHANGE_KINDS, getVenueChanges, type VenueChange } from '@yiwang/contracts';
import { useCall } from '../../api/use-call.ts';
import { type Text, useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Outward } from '../../parts/outward.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { minuteOf, When } from '../../parts/when.tsx';

const columns = ({ t, word }: Text): Column<VenueChange>[] => [
  {
    key: 'listing',
    title: t('changes.listing'),
    head: true,
    cell: (change) => (
      <>
        {change.title}
        <small>
          <Outward url={change.url} short />
        </small>
      </>
    ),
  },
  { key: 'kind', title: t('changes.kind'), cell: (change) => <Mark>{word('changeKind', change.kind)}</Mark> },
  { key: 'before', title: t('changes.before'), cell: (change) => change.before ?? t('app.none') },
  { key: 'after', title: t('changes.after'), cell: (change) => change.after ?? t('app.none') },
  { key: 'at', title: t('changes.at'), cell: (change) => <When at={change.at} />, wideOnly: true },
];

/** What came, went and changed at a venue during one of its patrols. */
export function VenueChanges({ id }: { id: string }) {
  const text = useText();
  const { t, word } = text;
  const { values, set } = useFilters(['patrol']);
  const read = useCall(getVenueChanges, {
    params: { id },
    query: values.patrol ? { patrolId: values.patrol } : {},
  });
  const data = read.data;
  return (
    <section className="section">
      <h2>{t('changes.title')}</h2>
      {read.error ? <ProblemView error={read.error} /> : null}
      {data && data.patrols.length > 0 ? (
        <div className="filters">
          <Choice
            label={t('changes.patrol')}
            value={data.patrolId ?? ''}
            onChange={(patrol) => set({ patrol }, { replace: true })}
            options={data.patrols.map((patrol) => ({ value: patrol.id, title: minuteOf(patrol.startedAt) }))}
          />
          <span className="soft">
            {CHANGE_KINDS.filter((kind) => data.counts[kind] > 0)
              .map((kind) => `${word('changeKind', kind)} ${data.counts[kind]}`)
              .join(' · ')}
          </span>
        </div>
      ) : null}
      <Listing
        caption={t('changes.title')}
        columns={columns(text)}
        list={{ items: data?.items ?? [], loading: read.isPending }}
        rowKey={(change) => `${change.kind} ${change.listingId} ${change.at}`}
        empty={t(data && data.patrols.length === 0 ? 'changes.noneYet' : 'changes.none')}
      />
    </section>
  );
}
