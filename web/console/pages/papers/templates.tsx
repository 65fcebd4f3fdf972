// SPDX-License-Identifier: Apache-2.0
import { listTemplates, saveTemplate, type TemplateView } from '@yiwang/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useCall } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { TemplateDialog } from './template-dialog.tsx';

/** The papers of the house with the words that the own office uses. */
export function Templates() {
  const { t, both } = useText();
  const { may } = useSession();
  const read = useCall(listTemplates, {});
  const [open, setOpen] = useState<TemplateView | null>(null);
  const columns: Column<TemplateView>[] = [
    { key: 'title', title: t('papers.paper'), head: true, cell: (one) => both(one.title) },
    { key: 'sign', title: t('papers.sign'), cell: (one) => one.sign },
    {
      key: 'own',
      title: t('papers.words'),
      cell: (one) => (
        <Mark tone={one.own ? 'accent' : 'plain'}>{t(one.own ? 'papers.own' : 'papers.house')}</Mark>
      ),
    },
    {
      key: 'by',
      title: t('papers.changedBy'),
      cell: (one) => one.changedBy ?? t('app.none'),
      wideOnly: true,
    },
    {
      key: 'act',
      title: t('people.change'),
      cell: (one) => (
        <Button size="small" onClick={() => setOpen(one)}>
          {t(may(saveTemplate) ? 'people.change' : 'papers.look')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <Listing
        caption={t('papers.templates')}
        columns={columns}
        list={{ items: read.data?.items ?? [], loading: read.isPending, error: read.error }}
        rowKey={(one) => one.id}
        empty={t('papers.empty')}
      />
      {open ? <TemplateDialog key={open.id} template={open} onClose={() => setOpen(null)} /> : null}
    </>
  );
}
