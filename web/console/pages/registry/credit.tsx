// SPDX-License-Identifier: Apache-2.0
import {
  addCreditEvent,
  CREDIT_CLASSES,
  CREDIT_KINDS,
  type CreditEvent,
  getCreditFile,
  getSubject,
  giveCreditClass,
  listSubjects,
} from '@yiwang/contracts';
import { App, Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct, useCall } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Field } from '../../parts/field.tsx';
import { inside } from '../../parts/inside.ts';
import { type Column, Listing } from '../../parts/listing.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { minuteOf } from '../../parts/when.tsx';
import { CreditEventDialog } from './credit-event.tsx';

const RENEWS = [getCreditFile, getSubject, listSubjects];

/** The credit file: what happened, what it proposes, what a person decided. */
export function CreditSection({ id }: { id: string }) {
  const { t, word } = useText();
  const { may } = useSession();
  const { message } = App.useApp();
  const read = useCall(getCreditFile, { params: { id } });
  const [adding, setAdding] = useState(false);
  const [giving, setGiving] = useState(false);
  const [chosen, setChosen] = useState('');
  const give = useAct(giveCreditClass, {
    renews: RENEWS,
    onDone: () => {
      void message.success(t('subjects.giveClassDone'));
      setGiving(false);
    },
  });
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const file = read.data;
  if (!file) return null;
  const columns: Column<CreditEvent>[] = [
    {
      key: 'kind',
      title: t('subjects.eventKind'),
      head: true,
      cell: (event) => word('creditKind', event.kind),
    },
    { key: 'day', title: t('subjects.day'), cell: (event) => event.day },
    { key: 'note', title: t('subjects.note'), cell: (event) => event.note },
    {
      key: 'source',
      title: t('subjects.source'),
      cell: (event) => (event.href ? <Link to={inside(event.href)}>{event.source}</Link> : event.source),
    },
    { key: 'points', title: t('subjects.points'), number: true, cell: (event) => event.points },
  ];
  const borders = file.borders
    .map(({ class: one, from, rhythmDays }) => t('subjects.border', { class: one, from, days: rhythmDays }))
    .join(' · ');
  return (
    <section className="section">
      <h2>{t('subjects.credit')}</h2>
      <Facts>
        <Fact name={t('subjects.class')}>
          {file.class ?? t('app.none')}
          <p className="help">
            {t('subjects.creditLine', { days: file.windowDays, points: file.points, class: file.proposed })}
          </p>
          <p className="help">{t('subjects.creditUnverified', { borders })}</p>
        </Fact>
        {file.nextLookOn ? <Fact name={t('subjects.nextLook')}>{file.nextLookOn}</Fact> : null}
      </Facts>
      <div className="button-row">
        {may(giveCreditClass) ? (
          <Button
            onClick={() => {
              setChosen(file.proposed);
              setGiving(true);
            }}
          >
            {t('subjects.giveClass')}
          </Button>
        ) : null}
        {may(addCreditEvent) ? (
          <Button onClick={() => setAdding(true)}>{t('subjects.addEvent')}</Button>
        ) : null}
      </div>
      <Listing
        caption={t('subjects.credit')}
        columns={columns}
        list={{ items: file.events, loading: false }}
        rowKey={(event) => event.id}
        empty={t('subjects.noEvents')}
      />
      <ul className="found">
        {file.history.map((one) => (
          <li key={one.at} className="soft">
            {t('subjects.given', {
              by: one.by,
              time: minuteOf(one.at),
              class: one.class,
              proposed: one.proposed ?? '',
              reason: one.reason,
            })}
          </li>
        ))}
      </ul>
      {adding ? <CreditEventDialog id={id} kinds={CREDIT_KINDS} onClose={() => setAdding(false)} /> : null}
      {giving ? (
        <ReasonDialog
          title={t('subjects.giveClass')}
          ok={t('subjects.giveClass')}
          busy={give.isPending}
          error={give.error}
          onClose={() => setGiving(false)}
          onOk={(reason) =>
            give.mutate({
              params: { id },
              body: { class: chosen as (typeof CREDIT_CLASSES)[number], reason },
            })
          }
        >
          <Field label={t('subjects.class')} required>
            {({ status: _, ...attributes }) => (
              <select {...attributes} value={chosen} onChange={(event) => setChosen(event.target.value)}>
                {CREDIT_CLASSES.map((one) => (
                  <option key={one} value={one}>
                    {one}
                  </option>
                ))}
              </select>
            )}
          </Field>
        </ReasonDialog>
      ) : null}
    </section>
  );
}
