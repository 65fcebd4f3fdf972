// SPDX-License-Identifier: Apache-2.0
import { type Answer, getLeadQuality } from '@yiwang/contracts';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { type Column, Listing } from '../../parts/listing.tsx';

type Row = Answer<typeof getLeadQuality>['items'][number];

/** What receivers said of the leads that each office sent. */
export function LeadQuality() {
  const { t, both } = useText();
  const read = useCall(getLeadQuality, {});
  const columns: Column<Row>[] = [
    { key: 'agency', title: t('files.sender'), head: true, cell: (row) => row.agency.name },
    { key: 'sent', title: t('files.judged'), number: true, cell: (row) => row.sent },
    {
      key: 'useful',
      title: t('files.useful'),
      number: true,
      cell: (row) => `${row.useful} (${Math.round((row.useful / Math.max(1, row.sent)) * 100)}%)`,
    },
    {
      key: 'codes',
      title: t('files.codes'),
      cell: (row) => row.codes.map((one) => `${both(one.title)} ${one.count}`).join('，'),
    },
  ];
  return (
    <Listing
      caption={t('files.quality')}
      columns={columns}
      list={{ items: read.data?.items ?? [], loading: read.isPending, error: read.error }}
      rowKey={(row) => row.agency.id}
      empty={t('files.qualityEmpty')}
    />
  );
}
