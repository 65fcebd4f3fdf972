// SPDX-License-Identifier: Apache-2.0
import type { OpenAction } from '@yiwang/contracts';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../app/use-text.ts';
import { ActionForm, type FormValues } from './action-form.tsx';

interface NextStepsProps {
  fileId: string;
  actions: readonly OpenAction[];
  busy: boolean;
  error: unknown;
  /** Takes the step; resolves to true when it was taken. */
  onAct(action: OpenAction, form: FormValues): Promise<boolean>;
  onReset(): void;
}

/** Only what the procedure allows this person now, each with its form; nothing is greyed out. */
export function NextSteps({ fileId, actions, busy, error, onAct, onReset }: NextStepsProps) {
  const { t, both } = useText();
  const [chosen, setChosen] = useState<OpenAction | null>(null);
  const close = () => {
    setChosen(null);
    onReset();
  };
  if (actions.length === 0) return <p className="soft">{t('leads.actionsNone')}</p>;
  return (
    <>
      <ul className="next-steps">
        {actions.map((action, index) => (
          <li key={action.id}>
            <Button
              block
              type={index === 0 ? 'primary' : 'default'}
              danger={action.final && index > 0}
              onClick={() => setChosen(action)}
            >
              {both(action.title)}
            </Button>
          </li>
        ))}
      </ul>
      <Modal
        open={chosen !== null}
        title={chosen ? both(chosen.title) : ''}
        footer={null}
        onCancel={close}
        destroyOnHidden
      >
        {chosen ? (
          <ActionForm
            fileId={fileId}
            action={chosen}
            busy={busy}
            error={error}
            onCancel={close}
            onAct={(form) =>
              void onAct(chosen, form).then((taken) => {
                if (taken) setChosen(null);
              })
            }
          />
        ) : null}
      </Modal>
    </>
  );
}
