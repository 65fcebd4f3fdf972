// SPDX-License-Identifier: Apache-2.0
import { Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '../app/use-text.ts';
import { Field } from './field.tsx';
import { ProblemView } from './problem-view.tsx';

interface ReasonDialogProps {
  title: string;
  ok: string;
  busy: boolean;
  error: unknown;
  ready?: boolean;
  children?: ReactNode;
  onOk(reason: string): void;
  onClose(): void;
}

/** A step that needs a reason, with what else it needs above it. */
export function ReasonDialog({
  title,
  ok,
  busy,
  error,
  ready = true,
  children,
  onOk,
  onClose,
}: ReasonDialogProps) {
  const { t } = useText();
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={ok}
      cancelText={t('app.cancel')}
      okButtonProps={{ disabled: !ready || reason.trim().length < 2 }}
      confirmLoading={busy}
      onCancel={onClose}
      onOk={() => onOk(reason.trim())}
    >
      <ProblemView error={error} />
      {children}
      <Field label={t('subjects.reason')} required>
        {(attributes) => (
          <Input.TextArea
            {...attributes}
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
