// SPDX-License-Identifier: Apache-2.0
import { LAW_SHELVES, type LawRow, type LawShelf, listLaw, type Query } from '@yiwang/contracts';
import { useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { type Column, Listing } from '../../parts/listing.tsx';
import { SearchBox } from '../../parts/search-box.tsx';
import { given, useFilters } from '../../parts/use-filters.ts';
import { CitationList } from './citation-list.tsx';

/** One shelf as a list; the day decides which texts are in force. */
export function LawShelfView() {
  const { t, word } = useText();
  const { values, set } = useFilters(['shelf', 'q', 'on']);
  const shelf = (LAW_SHELVES as readonly string[]).includes(values.shelf)
    ? (values.shelf as LawShelf)
    : 'instruments';
  const read = useCall(listLaw, {
    params: { shelf },
    query: given<Query<typeof listLaw>>({ q: values.q, on: values.on }),
  });
  const columns: Column<LawRow>[] = [
    { key: 'row', title: word('lawShelf', shelf), head: true, cell: (row) => <Row row={row} /> },
    {
      key: 'basis',
      title: t('law.basis'),
      cell: (row) => (row.citations.length > 0 ? <CitationList citations={row.citations} /> : t('app.none')),
    },
    {
      key: 'certainty',
      title: t('law.rowCertainty'),
      cell: (row) => (row.certainty ? word('certainty', row.certainty) : t('app.none')),
    },
  ];
  return (
    <>
      <section className="filters" aria-label={t('app.filters')}>
        <Choice
          label={t('law.shelf')}
          value={shelf}
          onChange={(next) => set({ shelf: next })}
          options={LAW_SHELVES.map((value) => ({ value, title: word('lawShelf', value) }))}
        />
        <SearchBox label={t('law.search')} value={values.q} onSearch={(q) => set({ q })} />
        <span className="choice">
          <label htmlFor="law-on">{t('law.on')}</label>
          <input
            id="law-on"
            type="date"
            value={values.on}
            onChange={(event) => set({ on: event.target.value })}
          />
        </span>
        {read.data ? (
          <span className="soft">{t('law.count', { count: read.data.items.length, on: read.data.on })}</span>
        ) : null}
      </section>
      <Listing
        caption={word('lawShelf', shelf)}
        columns={columns}
        list={{
          items: read.data?.items ?? [],
          loading: read.isPending,
          error: read.error,
          stale: read.isPlaceholderData,
          again: () => void read.refetch(),
        }}
        rowKey={(row) => row.id}
        empty={t('law.empty')}
      />
    </>
  );
}

function Row({ row }: { row: LawRow }) {
  const { t, both } = useText();
  return (
    <>
      <span>{both(row.title)}</span>
      {row.from ? (
        <small>
          {row.to ? t('law.span', { from: row.from, to: row.to }) : t('law.since', { from: row.from })}
        </small>
      ) : null}
      {row.lines.map((line) => (
        <small key={line.name.en}>
          {both(line.name)}：{both(line.value)}
        </small>
      ))}
    </>
  );
}
