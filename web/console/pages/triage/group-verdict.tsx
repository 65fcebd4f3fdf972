// SPDX-License-Identifier: Apache-2.0
import type { HitGroup, Verdict } from '@yiwang/contracts';
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';

interface GroupVerdictProps {
  group: HitGroup;
  verdict: Verdict | null;
  onCancel(): void;
  onJudge(verdict: Verdict, note: string): Promise<void>;
}

/** One verdict for many is asked for once more, with the number in words. */
export function GroupVerdict({ group, verdict, onCancel, onJudge }: GroupVerdictProps) {
  const { t, word } = useText();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const judge = async () => {
    if (!verdict || busy) return;
    setBusy(true);
    await onJudge(verdict, note.trim());
    setBusy(false);
    setNote('');
  };
  return (
    <Modal
      open={verdict !== null}
      title={verdict ? t('triage.groupAsk', { count: group.count, verdict: word('hitState', verdict) }) : ''}
      okText={verdict ? word('hitState', verdict) : ''}
      cancelText={t('app.cancel')}
      confirmLoading={busy}
      onCancel={onCancel}
      onOk={() => void judge()}
      destroyOnHidden
    >
      <p className="sheet-line soft">{t('triage.groupAskText')}</p>
      <Field label={t('triage.groupNote')}>
        {(attributes) => (
          <Input
            {...attributes}
            value={note}
            maxLength={1000}
            onChange={(event) => setNote(event.target.value)}
            onPressEnter={() => void judge()}
          />
        )}
      </Field>
    </Modal>
  );
}
