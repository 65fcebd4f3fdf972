// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '../app/use-text.ts';
import { ProblemView } from './problem-view.tsx';

export interface Column<Item> {
  key: string;
  title: string;
  cell(item: Item): ReactNode;
  /** Numbers stand to the right. */
  number?: boolean;
  /** The line's name: a row header, and the first thing on a phone. */
  head?: boolean;
  /** Left out on a phone, where the file shows it. */
  wideOnly?: boolean;
}

interface ListingProps<Item> {
  caption: string;
  columns: readonly Column<Item>[];
  list: {
    items: Item[];
    loading: boolean;
    error?: unknown;
    stale?: boolean;
    more?: (() => void) | null;
    loadingMore?: boolean;
    again?: () => void;
  };
  rowKey(item: Item): string;
  /** What to say, and what to do, where there is nothing. */
  empty: ReactNode;
}

/** A list as a real table; on a phone each row becomes a card with named values (style/listing.css). */
export function Listing<Item>({ caption, columns, list, rowKey, empty }: ListingProps<Item>) {
  const { t } = useText();
  if (list.error && list.items.length === 0)
    return <ProblemView error={list.error} {...(list.again ? { again: list.again } : {})} />;
  if (list.loading) return <Skeleton active title={false} paragraph={{ rows: 6, width: '100%' }} />;
  if (list.items.length === 0) return <div className="empty">{empty}</div>;
  return (
    <>
      {list.error ? <ProblemView error={list.error} /> : null}
      <table className={list.stale ? 'listing stale' : 'listing'} aria-busy={list.stale}>
        <caption className="hidden">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={column.number ? 'number' : undefined}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.items.map((item) => (
            <tr key={rowKey(item)}>
              {columns.map((column) => {
                const className =
                  [column.number && 'number', column.wideOnly && 'wide-only', column.head && 'head']
                    .filter(Boolean)
                    .join(' ') || undefined;
                const content = column.cell(item);
                return column.head ? (
                  <th key={column.key} scope="row" className={className}>
                    {content}
                  </th>
                ) : (
                  <td key={column.key} className={className} data-name={column.title}>
                    {content}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {list.more ? (
        <p className="more no-print">
          <Button onClick={list.more} loading={list.loadingMore ?? false}>
            {t('app.more')}
          </Button>
        </p>
      ) : null}
    </>
  );
}
