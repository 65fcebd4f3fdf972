// SPDX-License-Identifier: Apache-2.0
import { listPeople, type Person, resetSecondFactor } from '@yiwang/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

/** Turns off the codes of somebody who lost the telephone; the reason goes into the audit. */
export function ResetCodesDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [reason, setReason] = useState('');
  const act = useAct(resetSecondFactor, {
    renews: [listPeople],
    onDone: () => {
      void message.success(t('people.saved'));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('secondFactor.resetAsk', { name: person.name })}
      okText={t('secondFactor.reset')}
      okButtonProps={{ danger: true, disabled: reason.trim() === '' }}
      cancelText={t('app.cancel')}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={() => act.mutate({ params: { id: person.id }, body: { reason: reason.trim() } })}
    >
      <ProblemView error={act.error} />
      <p className="sheet-line soft">{t('secondFactor.resetText')}</p>
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
