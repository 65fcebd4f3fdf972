// SPDX-License-Identifier: Apache-2.0
import { exportTasks } from '@yiwang/contracts';
import { Segmented } from 'antd';
import { useText } from '../../app/use-text.ts';
import { ExportLinks } from '../../parts/export-links.tsx';
import { Page } from '../../parts/page.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { BoardView } from './board.tsx';
import { Reminders } from './reminders.tsx';
import { Tasks } from './tasks.tsx';

const VIEWS = ['mine', 'office', 'board', 'reminders'] as const;
type View = (typeof VIEWS)[number];

/** The first page of the day: what is in one's hands and in the office's. */
export default function Desk() {
  const { t } = useText();
  const { values, set } = useFilters(['whose', 'bucket', 'assignee', 'procedure']);
  const view = (VIEWS as readonly string[]).includes(values.whose) ? (values.whose as View) : 'mine';
  return (
    <Page title={t('desk.title')} line={t('desk.line')}>
      <section className="filters" aria-label={t('app.filters')}>
        <Segmented<View>
          aria-label={t('desk.view')}
          value={view}
          onChange={(next) =>
            set({ whose: next === 'mine' ? null : next, bucket: null, assignee: null, procedure: null })
          }
          options={VIEWS.map((value) => ({ value, label: t(`desk.${value}`) }))}
        />
        {view === 'mine' || view === 'office' ? (
          <ExportLinks contract={exportTasks} query={{ ...values, whose: view }} />
        ) : null}
      </section>
      {view === 'board' ? <BoardView /> : view === 'reminders' ? <Reminders /> : <Tasks whose={view} />}
    </Page>
  );
}
