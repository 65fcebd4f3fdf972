// SPDX-License-Identifier: Apache-2.0
import { addCreditEvent, type CREDIT_KINDS, getCreditFile } from '@yiwang/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { type MessageKey, useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';
import { dayOf } from '../../parts/when.tsx';

type Kind = (typeof CREDIT_KINDS)[number];
const FIELDS: readonly { name: 'day' | 'note' | 'source'; title: MessageKey; help?: MessageKey }[] = [
  { name: 'day', title: 'subjects.day' },
  { name: 'note', title: 'subjects.note' },
  { name: 'source', title: 'subjects.source', help: 'subjects.sourceHelp' },
];

/** A fact of credit that no file of this instance told: with its day and source. */
export function CreditEventDialog({
  id,
  kinds,
  onClose,
}: {
  id: string;
  kinds: readonly Kind[];
  onClose(): void;
}) {
  const { t, word } = useText();
  const { message } = App.useApp();
  const [kind, setKind] = useState<Kind>('penalty');
  const [values, setValues] = useState({ day: dayOf(new Date().toISOString()), note: '', source: '' });
  const add = useAct(addCreditEvent, {
    renews: [getCreditFile],
    onDone: () => {
      void message.success(t('subjects.added'));
      onClose();
    },
  });
  const reasons = fieldReasons(add.error);
  return (
    <Modal
      open
      title={t('subjects.addEvent')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: values.note.trim().length < 2 || values.source.trim().length < 2 }}
      confirmLoading={add.isPending}
      onCancel={onClose}
      onOk={() => add.mutate({ params: { id }, body: { kind, ...values } })}
    >
      <ProblemView error={add.error} />
      <Field label={t('subjects.eventKind')} required>
        {({ status: _, ...attributes }) => (
          <select {...attributes} value={kind} onChange={(event) => setKind(event.target.value as Kind)}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {word('creditKind', one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {FIELDS.map(({ name, title, help }) => (
        <Field key={name} label={t(title)} help={help && t(help)} required error={reasons[name]}>
          {(attributes) => (
            <Input
              {...attributes}
              type={name === 'day' ? 'date' : 'text'}
              maxLength={500}
              value={values[name]}
              onChange={(event) => setValues({ ...values, [name]: event.target.value })}
            />
          )}
        </Field>
      ))}
    </Modal>
  );
}
