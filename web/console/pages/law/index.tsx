// SPDX-License-Identifier: Apache-2.0
import { useText } from '../../app/use-text.ts';
import { Page } from '../../parts/page.tsx';
import { TabSet } from '../../parts/tab-set.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { DueCalculator } from './due-calculator.tsx';
import { LawShelfView } from './law-shelf-view.tsx';
import { OfficeFinder } from './office-finder.tsx';

/** The law at hand: shelves, due dates, competent offices; what is uncertain is said openly. */
export default function Law() {
  const { t } = useText();
  const { values, set } = useFilters(['tab']);
  return (
    <Page title={t('law.title')} line={t('law.line')}>
      <TabSet
        label={t('law.title')}
        active={values.tab || 'browse'}
        onChange={(tab) => set({ tab })}
        tabs={[
          { key: 'browse', title: t('law.browse'), content: () => <LawShelfView /> },
          { key: 'due', title: t('law.due'), content: () => <DueCalculator /> },
          { key: 'office', title: t('law.office'), content: () => <OfficeFinder /> },
        ]}
      />
      <p className="soft">{t('law.disclaimer')}</p>
    </Page>
  );
}
