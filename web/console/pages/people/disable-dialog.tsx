// SPDX-License-Identifier: Apache-2.0
import { disablePerson, listPeople, type Person } from '@yiwang/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

/** Disables or enables an account; the reason goes into the audit. */
export function DisableDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const disabled = person.disabledAt === null;
  const act = useAct(disablePerson, {
    renews: [listPeople],
    onDone: () => {
      void message.success(t('people.saved'));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t(disabled ? 'people.disableAsk' : 'people.enableAsk', { name: person.name })}
      okText={t(disabled ? 'people.disable' : 'people.enable')}
      okButtonProps={{ danger: disabled, disabled: reason.trim() === '' }}
      cancelText={t('app.cancel')}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={() => act.mutate({ params: { id: person.id }, body: { disabled, reason: reason.trim() } })}
    >
      <ProblemView error={act.error} />
      {disabled ? <p className="sheet-line soft">{t('people.disableText')}</p> : null}
      <Field label={t('people.reason')} required error={fieldReasons(act.error)['reason']}>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
