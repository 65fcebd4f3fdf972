// SPDX-License-Identifier: Apache-2.0
import { exportHits, HIT_STATES, SEVERITIES } from '@yiwang/contracts';
import { Button } from 'antd';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { ExportLinks } from '../../parts/export-links.tsx';
import { useLabelOptions } from '../../parts/label-options.ts';
import { SearchBox } from '../../parts/search-box.tsx';

export const HIT_FILTERS = [
  'state',
  'label',
  'severity',
  'sort',
  'q',
  'venueId',
  'patrolId',
  'rule',
  'groupKey',
] as const;
export type HitFilterName = (typeof HIT_FILTERS)[number];

interface HitFiltersProps {
  values: Readonly<Record<HitFilterName, string>>;
  set(changes: Partial<Record<HitFilterName, string | null>>): void;
  any: boolean;
}

export function HitFilters({ values, set, any }: HitFiltersProps) {
  const { t, word } = useText();
  const labels = useLabelOptions();
  return (
    <section className="filters" aria-label={t('app.filters')}>
      <SearchBox label={t('triage.search')} value={values.q} onSearch={(q) => set({ q })} />
      <Choice
        label={t('triage.state')}
        value={values.state || 'new'}
        onChange={(state) => set({ state: state === 'new' ? null : state })}
        options={HIT_STATES.map((value) => ({ value, title: word('hitState', value) }))}
      />
      <Choice
        label={t('triage.label')}
        all={t('app.all')}
        value={values.label}
        onChange={(label) => set({ label })}
        options={labels}
      />
      <Choice
        label={t('triage.severity')}
        all={t('app.all')}
        value={values.severity}
        onChange={(severity) => set({ severity })}
        options={SEVERITIES.map((value) => ({ value, title: word('severity', value) }))}
      />
      <Choice
        label={t('triage.sort')}
        value={values.sort || 'risk'}
        onChange={(sort) => set({ sort: sort === 'risk' ? null : sort })}
        options={[
          { value: 'risk', title: t('triage.sortRisk') },
          { value: 'newest', title: t('triage.sortNewest') },
        ]}
      />
      {any ? (
        <Button
          type="link"
          onClick={() =>
            set(Object.fromEntries(HIT_FILTERS.map((name) => [name, null])) as Record<HitFilterName, null>)
          }
        >
          {t('app.clear')}
        </Button>
      ) : null}
      <ExportLinks contract={exportHits} query={values} />
    </section>
  );
}
