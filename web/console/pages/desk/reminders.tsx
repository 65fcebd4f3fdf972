// SPDX-License-Identifier: Apache-2.0
import { listReminders, type Reminder, seeReminders } from '@yiwang/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useAct, usePages } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { inside } from '../../parts/inside.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { Mark } from '../../parts/marks.tsx';
import { When } from '../../parts/when.tsx';
import { CalendarSettings } from './calendar-settings.tsx';
import { MailSettings } from './mail-settings.tsx';

const TONE = { assigned: 'accent', 'due-soon': 'plain', 'due-today': 'due', overdue: 'bad' } as const;

/** What was called to mind, and how else to be reminded. */
export function Reminders() {
  const { t, word } = useText();
  const list = usePages(listReminders, {});
  const see = useAct(seeReminders, { renews: [listReminders] });
  const columns: Column<Reminder>[] = [
    {
      key: 'title',
      title: t('desk.file'),
      head: true,
      cell: (item) => (
        <>
          <Link to={inside(item.href)}>{item.title}</Link>
          <small>{item.number}</small>
        </>
      ),
    },
    {
      key: 'kind',
      title: t('desk.kind'),
      cell: (item) => <Mark tone={TONE[item.kind]}>{word('reminderKind', item.kind)}</Mark>,
    },
    { key: 'due', title: t('leads.dueDay'), cell: (item) => item.due ?? t('app.none') },
    { key: 'at', title: t('audit.time'), cell: (item) => <When at={item.at} as="ago" />, wideOnly: true },
  ];
  return (
    <div className="stack">
      <section className="section">
        <h2>{t('desk.reminders')}</h2>
        <p className="help">{t('desk.remindersLine')}</p>
        <Listing
          caption={t('desk.reminders')}
          columns={columns}
          list={list}
          rowKey={(item) => item.id}
          empty={t('desk.remindersNone')}
        />
        {list.first?.unseen ? (
          <p className="more">
            <Button onClick={() => see.mutate({})} loading={see.isPending}>
              {t('desk.seen')}
            </Button>
          </p>
        ) : null}
      </section>
      <CalendarSettings />
      <MailSettings />
    </div>
  );
}
