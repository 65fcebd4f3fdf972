// SPDX-License-Identifier: Apache-2.0
import {
  createSubject,
  createVenue,
  listSubjects,
  listVenues,
  SERVICES,
  SUBJECT_KINDS,
  VENUE_KINDS,
} from '@yiwang/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Choice } from '../../parts/choice.tsx';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

interface TextFieldProps {
  label: string;
  help?: string;
  required?: boolean;
  value: string;
  error?: string | undefined;
  most: number;
  onChange(value: string): void;
}

const TextField = ({ label, help, required = false, value, error, most, onChange }: TextFieldProps) => (
  <Field label={label} help={help} required={required} error={error}>
    {(attributes) => (
      <Input
        {...attributes}
        maxLength={most}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  </Field>
);

/** Registers a subject by hand. */
export function SubjectDialog({ onClose }: { onClose(): void }) {
  const { t, word } = useText();
  const { message } = App.useApp();
  const [kind, setKind] = useState<(typeof SUBJECT_KINDS)[number]>('merchant');
  const [service, setService] = useState<(typeof SERVICES)[number]>('payment');
  const [values, setValues] = useState({ name: '', uscc: '', address: '', phone: '' });
  const put = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const act = useAct(createSubject, {
    renews: [listSubjects],
    onDone: () => {
      void message.success(t('subjects.added'));
      onClose();
    },
  });
  const reasons = fieldReasons(act.error);
  const orNull = (text: string) => text.trim() || null;
  return (
    <Modal
      open
      title={t('subjects.add')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: values.name.trim() === '' }}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={() =>
        act.mutate({
          body: {
            kind,
            service: kind === 'service-provider' ? service : null,
            name: values.name.trim(),
            uscc: orNull(values.uscc),
            address: orNull(values.address),
            phone: orNull(values.phone),
          },
        })
      }
    >
      <ProblemView error={act.error} />
      <p className="field">
        <Choice
          label={t('subjects.kind')}
          value={kind}
          onChange={(value) => setKind(value as typeof kind)}
          options={SUBJECT_KINDS.map((value) => ({ value, title: word('subjectKind', value) }))}
        />
      </p>
      {kind === 'service-provider' ? (
        <p className="field">
          <Choice
            label={t('subjects.service')}
            value={service}
            onChange={(value) => setService(value as typeof service)}
            options={SERVICES.map((value) => ({ value, title: word('service', value) }))}
          />
        </p>
      ) : null}
      <TextField
        label={t('subjects.name')}
        required
        most={200}
        value={values.name}
        error={reasons['name']}
        onChange={put('name')}
      />
      <TextField
        label={t('subjects.uscc')}
        most={18}
        value={values.uscc}
        error={reasons['uscc']}
        onChange={put('uscc')}
      />
      <TextField label={t('subjects.address')} most={500} value={values.address} onChange={put('address')} />
      <TextField label={t('subjects.phone')} most={60} value={values.phone} onChange={put('phone')} />
    </Modal>
  );
}

/** Registers a place of trade by hand: what patrols do not find by themselves. */
export function VenueDialog({ onClose }: { onClose(): void }) {
  const { t, word } = useText();
  const { message } = App.useApp();
  const [kind, setKind] = useState<(typeof VENUE_KINDS)[number]>('app');
  const [values, setValues] = useState({ name: '', url: '', account: '' });
  const put = (name: keyof typeof values) => (value: string) => setValues({ ...values, [name]: value });
  const act = useAct(createVenue, {
    renews: [listVenues],
    onDone: () => {
      void message.success(t('subjects.added'));
      onClose();
    },
  });
  const reasons = fieldReasons(act.error);
  return (
    <Modal
      open
      title={t('subjects.addVenue')}
      okText={t('app.save')}
      cancelText={t('app.cancel')}
      okButtonProps={{
        disabled: values.name.trim() === '' || (!values.url.trim() && !values.account.trim()),
      }}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={() =>
        act.mutate({
          body: {
            kind,
            name: values.name.trim(),
            url: values.url.trim() || null,
            account: values.account.trim() || null,
            platformId: null,
            subjectId: null,
          },
        })
      }
    >
      <ProblemView error={act.error} />
      <p className="field">
        <Choice
          label={t('registry.kind')}
          value={kind}
          onChange={(value) => setKind(value as typeof kind)}
          options={VENUE_KINDS.map((value) => ({ value, title: word('venueKind', value) }))}
        />
      </p>
      <TextField
        label={t('subjects.name')}
        required
        most={200}
        value={values.name}
        error={reasons['name']}
        onChange={put('name')}
      />
      <TextField
        label={t('subjects.link')}
        most={2000}
        value={values.url}
        error={reasons['url']}
        onChange={put('url')}
      />
      <TextField
        label={t('subjects.account')}
        help={t('subjects.accountHelp')}
        most={200}
        value={values.account}
        error={reasons['account']}
        onChange={put('account')}
      />
    </Modal>
  );
}
