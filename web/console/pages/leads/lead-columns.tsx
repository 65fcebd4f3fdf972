// SPDX-License-Identifier: Apache-2.0
import type { Lead } from '@yiwang/contracts';
import { Link } from 'react-router';
import type { Text } from '../../app/use-text.ts';
import type { Column } from '../../parts/listing.tsx';
import { DueMark, Mark, SeverityMark } from '../../parts/marks.tsx';
import { When } from '../../parts/when.tsx';

/** A lead in a list, the same in its own room and in a subject's file. */
export const leadColumns = ({ t, both, word }: Text): Column<Lead>[] => [
  {
    key: 'object',
    title: t('leads.object'),
    head: true,
    cell: (lead) => (
      <>
        <Link to={`/leads/${lead.id}`}>{lead.title}</Link>
        <small>
          {lead.number} · {lead.labels.map((label) => word('label', label)).join('、')}
        </small>
        <small>{[lead.shop, lead.subjectName].filter(Boolean).join(' · ')}</small>
      </>
    ),
  },
  {
    key: 'state',
    title: t('leads.state'),
    cell: (lead) => <Mark tone="accent">{both(lead.stateTitle)}</Mark>,
  },
  { key: 'grade', title: t('leads.grade'), cell: (lead) => <SeverityMark severity={lead.grade} /> },
  { key: 'due', title: t('leads.due'), cell: (lead) => <DueMark due={lead.due} used={lead.used} /> },
  { key: 'agency', title: t('leads.agency'), cell: (lead) => lead.agency.name, wideOnly: true },
  {
    key: 'source',
    title: t('leads.source'),
    cell: (lead) => word('leadSource', lead.source),
    wideOnly: true,
  },
  { key: 'created', title: t('leads.created'), cell: (lead) => <When at={lead.createdAt} />, wideOnly: true },
];
