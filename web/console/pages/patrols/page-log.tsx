// SPDX-License-Identifier: Apache-2.0
import type { PatrolPage } from '@yiwang/contracts';
import { useText } from '../../app/use-text.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { size } from '../../parts/money.ts';
import { When } from '../../parts/when.tsx';

const TONE = { page: 'good', unchanged: 'plain', barred: 'due', failed: 'bad', other: 'plain' } as const;

interface PageLogProps {
  list: Parameters<typeof Listing<PatrolPage>>[0]['list'];
  caption: string;
  empty: string;
}

/** Requests of a patrol as lines: when, what, with which outcome. */
export function PageLog({ list, caption, empty }: PageLogProps) {
  const { t, word, locale } = useText();
  const columns: Column<PatrolPage>[] = [
    {
      key: 'page',
      title: t('patrols.page'),
      head: true,
      cell: (page) => (
        <>
          <span className="log-title">{page.title ?? page.url}</span>
          {page.title ? <small>{page.url}</small> : null}
        </>
      ),
    },
    {
      key: 'outcome',
      title: t('patrols.outcome'),
      cell: (page) => (
        <>
          <Mark tone={TONE[page.outcome]}>{word('outcome', page.outcome)}</Mark>
          {page.note ? <small>{page.note}</small> : null}
        </>
      ),
    },
    { key: 'status', title: t('patrols.status'), number: true, cell: (page) => page.status ?? t('app.none') },
    {
      key: 'listings',
      title: t('patrols.listings'),
      number: true,
      cell: (page) => page.listings || '',
      wideOnly: true,
    },
    {
      key: 'hits',
      title: t('patrols.hits'),
      number: true,
      cell: (page) => (page.hits > 0 ? <strong className="telling">{page.hits}</strong> : ''),
    },
    {
      key: 'bytes',
      title: t('patrols.bytes'),
      number: true,
      cell: (page) => (page.bytes === null ? '' : size(page.bytes, locale)),
      wideOnly: true,
    },
    { key: 'at', title: t('patrols.time'), cell: (page) => <When at={page.at} as="second" /> },
  ];
  return (
    <Listing
      caption={caption}
      columns={columns}
      list={list}
      rowKey={(page) => `${page.at} ${page.url}`}
      empty={empty}
    />
  );
}
