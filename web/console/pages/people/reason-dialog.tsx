// SPDX-License-Identifier: Apache-2.0
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

interface ReasonDialogProps {
  title: string;
  /** What the step means for the person. */
  text: string | null;
  okText: string;
  danger: boolean;
  busy: boolean;
  error: unknown;
  onAct(reason: string): void;
  onClose(): void;
}

/** Asks for the reason of a step on somebody's account before it is taken: it goes into the audit. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={props.title}
      okText={props.okText}
      okButtonProps={{ danger: props.danger, disabled: reason.trim() === '' }}
      cancelText={t('app.cancel')}
      confirmLoading={props.busy}
      onCancel={props.onClose}
      onOk={() => props.onAct(reason.trim())}
    >
      <ProblemView error={props.error} />
      {props.text ? <p className="sheet-line soft">{props.text}</p> : null}
      <Field label={t('people.reason')} required error={fieldReasons(props.error)['reason']}>
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
