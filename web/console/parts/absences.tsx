// SPDX-License-Identifier: Apache-2.0
import { type Absence, endAbsence, listAbsences, listColleagues, recordAbsence } from '@yiwang/contracts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct, useCall, usePages } from '../api/use-call.ts';
import { useSession } from '../app/session.tsx';
import { useText } from '../app/use-text.ts';
import { Field } from './field.tsx';
import { type Column, Listing } from './listing.tsx';
import { fieldReasons, ProblemView } from './problem-view.tsx';

/** Records an absence: one's own, or as a head or administrator that of a colleague. */
export function AbsenceDialog({ onClose }: { onClose(): void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const { person, roles } = useSession();
  const colleagues = useCall(listColleagues, {});
  const [values, setValues] = useState({ personId: '', from: '', to: '', deputyId: '', reason: '' });
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change });
  const record = useAct(recordAbsence, {
    renews: [listAbsences],
    onDone: () => {
      void message.success(t('people.saved'));
      onClose();
    },
  });
  const reasons = fieldReasons(record.error);
  const others = roles.some((role) => role === 'authority_head' || role === 'administrator');
  const people = colleagues.data?.items ?? [];
  const choose = (name: 'personId' | 'deputyId', label: string, none: string) => (
    <Field label={label} error={reasons[name]}>
      {({ status: _, ...attributes }) => (
        <select
          {...attributes}
          value={values[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        >
          <option value="">{none}</option>
          {people
            .filter((one) => one.id !== (name === 'personId' ? person.id : values.personId || person.id))
            .map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
        </select>
      )}
    </Field>
  );
  const date = (name: 'from' | 'to', label: string) => (
    <Field label={label} required error={reasons[name]}>
      {(attributes) => (
        <Input
          {...attributes}
          type="date"
          value={values[name]}
          onChange={(event) => set({ [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Modal
      open
      title={t('people.absenceAdd')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !values.from || !values.to || !values.reason.trim() }}
      confirmLoading={record.isPending}
      onCancel={onClose}
      onOk={() =>
        record.mutate({
          body: {
            personId: values.personId || null,
            from: values.from,
            to: values.to,
            deputyId: values.deputyId || null,
            reason: values.reason.trim(),
          },
        })
      }
    >
      <ProblemView error={record.error} />
      {others ? choose('personId', t('people.absent'), t('people.absentMe')) : null}
      {date('from', t('people.absentFrom'))}
      {date('to', t('people.absentTo'))}
      {choose('deputyId', t('people.deputy'), t('people.deputyNone'))}
      <p className="help">{t('people.deputyHelp')}</p>
      <Field label={t('people.reason')} required error={reasons['reason']}>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={200}
            value={values.reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        )}
      </Field>
    </Modal>
  );
}

/** Who is away now or later, and who stands in. */
export function Absences({ personId }: { personId?: string }) {
  const { t } = useText();
  const list = usePages(listAbsences, { query: personId ? { personId } : {} });
  const end = useAct(endAbsence, { renews: [listAbsences] });
  const columns: Column<Absence>[] = [
    {
      key: 'person',
      title: t('people.name'),
      head: true,
      cell: (one) => (
        <>
          {one.person.name}
          <small>{one.agency.name}</small>
        </>
      ),
    },
    { key: 'days', title: t('people.absentDays'), cell: (one) => `${one.from} – ${one.to}` },
    { key: 'deputy', title: t('people.deputy'), cell: (one) => one.deputy?.name ?? t('people.deputyNone') },
    { key: 'reason', title: t('people.reason'), cell: (one) => one.reason },
    {
      key: 'act',
      title: t('people.change'),
      cell: (one) =>
        one.endedAt ? (
          t('people.absenceEnded')
        ) : (
          <Button size="small" onClick={() => end.mutate({ params: { id: one.id } })}>
            {t('people.absenceEnd')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <ProblemView error={end.error} />
      <Listing
        caption={t('people.absences')}
        columns={columns}
        list={list}
        rowKey={(one) => one.id}
        empty={t('people.absencesNone')}
      />
    </>
  );
}
