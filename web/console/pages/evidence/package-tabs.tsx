// SPDX-License-Identifier: Apache-2.0
import type { EvidenceDetail } from '@yiwang/contracts';
import { Alert } from 'antd';
import { useText } from '../../app/use-text.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Listing } from '../../parts/listing.tsx';
import { count } from '../../parts/money.ts';
import { OriginalPage } from '../../parts/original-page.tsx';
import { Screenshot } from '../../parts/screenshot.tsx';
import { TabSet } from '../../parts/tab-set.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { When } from '../../parts/when.tsx';

/** The parts of a package, one tab each; the tab is in the address. */
export function PackageTabs({ detail }: { detail: EvidenceDetail }) {
  const { t, word, locale } = useText();
  const { values, set } = useFilters(['tab']);
  const { evidence, conditions, members, records, text, custody } = detail;
  return (
    <TabSet
      label={t('evidence.tabs')}
      active={values.tab || (evidence.hasScreenshot ? 'screenshot' : 'text')}
      onChange={(tab) => set({ tab }, { replace: true })}
      tabs={[
        {
          key: 'screenshot',
          title: t('evidence.picture'),
          content: () =>
            evidence.hasScreenshot ? (
              <Screenshot evidenceId={evidence.id} size={null} boxes={null} />
            ) : (
              <Alert type="info" showIcon title={t('evidence.pictureNone')} />
            ),
        },
        {
          key: 'text',
          title: t('evidence.text'),
          content: () =>
            text ? (
              // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
              <section className="scroll" tabIndex={0} aria-label={t('evidence.text')}>
                <pre className="text-block">{text}</pre>
              </section>
            ) : (
              <Alert type="info" showIcon title={t('evidence.textNone')} />
            ),
        },
        {
          key: 'original',
          title: t('evidence.original'),
          content: () => <OriginalPage evidenceId={evidence.id} words={[]} />,
        },
        {
          key: 'conditions',
          title: t('evidence.conditions'),
          content: () => (
            <Facts>
              {conditions.map((condition) => (
                <Fact key={condition.name} name={word('condition', condition.name)}>
                  {condition.value}
                </Fact>
              ))}
            </Facts>
          ),
        },
        {
          key: 'members',
          title: t('evidence.members'),
          content: () => (
            <Listing
              caption={t('evidence.members')}
              columns={[
                { key: 'name', title: t('evidence.name'), head: true, cell: (row) => row.name },
                {
                  key: 'bytes',
                  title: t('evidence.bytes'),
                  number: true,
                  cell: (row) => count(row.bytes, locale),
                },
                {
                  key: 'sha256',
                  title: t('evidence.sha256'),
                  cell: (row) => <span className="code breakable">{row.sha256}</span>,
                },
              ]}
              list={{ items: members, loading: false }}
              rowKey={(row) => row.name}
              empty={t('app.none')}
            />
          ),
        },
        {
          key: 'records',
          title: t('evidence.records'),
          content: () => (
            <Listing
              caption={t('evidence.records')}
              columns={[
                {
                  key: 'target',
                  title: t('evidence.target'),
                  head: true,
                  cell: (row) => row.target ?? t('app.none'),
                },
                { key: 'type', title: t('evidence.type'), cell: (row) => row.type },
                { key: 'date', title: t('evidence.date'), cell: (row) => <When at={row.date} as="second" /> },
                {
                  key: 'bytes',
                  title: t('evidence.bytes'),
                  number: true,
                  cell: (row) => count(row.bytes, locale),
                },
              ]}
              list={{ items: records.map((row, at) => ({ ...row, at })), loading: false }}
              rowKey={(row) => String(row.at)}
              empty={t('app.none')}
            />
          ),
        },
        {
          key: 'custody',
          title: t('evidence.custody'),
          content: () => (
            <Listing
              caption={t('evidence.custody')}
              columns={[
                { key: 'act', title: t('evidence.act'), head: true, cell: (row) => word('custody', row.act) },
                { key: 'actor', title: t('evidence.actor'), cell: (row) => row.actor },
                { key: 'at', title: t('evidence.date'), cell: (row) => <When at={row.at} as="second" /> },
                { key: 'note', title: t('evidence.note'), cell: (row) => row.note ?? '' },
              ]}
              list={{ items: custody.map((row, at) => ({ ...row, key: at })), loading: false }}
              rowKey={(row) => String(row.key)}
              empty={t('app.none')}
            />
          ),
        },
      ]}
    />
  );
}
