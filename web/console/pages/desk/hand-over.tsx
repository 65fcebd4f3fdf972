// SPDX-License-Identifier: Apache-2.0
import { assignFile, getBoard, getDesk, listColleagues, listTasks, type Task } from '@yiwang/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

/** Reads that change when a file changes hands. */
export const DESK_READS = [getDesk, listTasks, getBoard, listColleagues] as const;

/** Gives a file to a colleague, or back to the office; the note stays with it. */
export function HandOver({ task, onClose }: { task: Task; onClose(): void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const colleagues = useCall(listColleagues, {});
  const [personId, setPersonId] = useState('');
  const [reason, setReason] = useState('');
  const act = useAct(assignFile, {
    renews: DESK_READS,
    onDone: () => {
      void message.success(t('desk.moved'));
      onClose();
    },
  });
  return (
    <Modal
      open
      title={t('desk.handOverTitle', { number: task.number })}
      okText={t('desk.handOver')}
      cancelText={t('app.cancel')}
      confirmLoading={act.isPending}
      onCancel={onClose}
      onOk={() =>
        act.mutate({
          params: { id: task.id },
          body: { personId: personId || null, reason: reason.trim() || null },
        })
      }
    >
      <ProblemView error={act.error ?? colleagues.error} />
      <p className="sheet-line">{task.title}</p>
      <Field label={t('desk.to')} error={fieldReasons(act.error)['personId']}>
        {({ status: _, ...attributes }) => (
          <select {...attributes} value={personId} onChange={(event) => setPersonId(event.target.value)}>
            <option value="">{t('desk.nobody')}</option>
            {(colleagues.data?.items ?? []).map((one) => (
              <option key={one.id} value={one.id}>
                {t('desk.hasOpen', { name: one.name, count: one.open })}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={`${t('desk.reason')} (${t('app.optional')})`}>
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
