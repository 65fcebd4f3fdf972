// SPDX-License-Identifier: Apache-2.0
import type { Fact } from '@yiwang/contracts';
import { Link } from 'react-router';
import { type Text, useText } from '../../app/use-text.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Outward } from '../../parts/outward.tsx';
import { When } from '../../parts/when.tsx';

/** `licence:食品经营许可证` carries the kind of licence in its name. */
const fieldName = (field: string, word: Text['word']): string => {
  const [name = field, kind] = field.split(/:(.*)/s);
  return kind ? `${word('factField', name)} · ${kind}` : word('factField', name);
};

/** Every value that was ever seen, with where and when: older ones stay beside newer ones. */
export function FactsTable({ facts }: { facts: Fact[] }) {
  const { t, word } = useText();
  const columns: Column<Fact>[] = [
    { key: 'field', title: t('registry.field'), cell: (fact) => fieldName(fact.field, word) },
    {
      key: 'value',
      title: t('registry.value'),
      head: true,
      cell: (fact) => (
        <>
          <span className="breakable">
            {fact.field === 'status' ? word('subjectStatus', fact.value) : fact.value}
          </span>{' '}
          {fact.valid === null ? null : (
            <Mark tone={fact.valid ? 'good' : 'bad'}>
              {t(fact.valid ? 'registry.valid' : 'registry.invalid')}
            </Mark>
          )}
        </>
      ),
    },
    {
      key: 'source',
      title: t('registry.source'),
      cell: (fact) => (
        <>
          {word('factSource', fact.source)}{' '}
          {fact.evidenceId ? <Link to={`/evidence/${fact.evidenceId}`}>{t('registry.evidence')}</Link> : null}
          {fact.sourceUrl ? (
            <small>
              <Outward url={fact.sourceUrl} short />
            </small>
          ) : null}
        </>
      ),
    },
    { key: 'first', title: t('registry.first'), cell: (fact) => <When at={fact.firstSeenAt} as="day" /> },
    { key: 'last', title: t('registry.last'), cell: (fact) => <When at={fact.lastSeenAt} as="day" /> },
  ];
  return (
    <section className="section">
      <h2>{t('registry.facts')}</h2>
      <Listing
        caption={t('registry.facts')}
        columns={columns}
        list={{ items: facts, loading: false }}
        rowKey={(fact) => `${fact.field} ${fact.value} ${fact.source} ${fact.sourceUrl}`}
        empty={t('registry.factsNone')}
      />
    </section>
  );
}
