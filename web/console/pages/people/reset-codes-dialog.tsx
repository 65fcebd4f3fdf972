// SPDX-License-Identifier: Apache-2.0
import { listPeople, type Person, resetSecondFactor } from '@yiwang/contracts';
import { App } from 'antd';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** Turns off the codes of somebody who lost the telephone. */
export function ResetCodesDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const act = useAct(resetSecondFactor, {
    renews: [listPeople],
    onDone: () => {
      void message.success(t('people.saved'));
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t('secondFactor.resetAsk', { name: person.name })}
      text={t('secondFactor.resetText')}
      okText={t('secondFactor.reset')}
      danger
      busy={act.isPending}
      error={act.error}
      onAct={(reason) => act.mutate({ params: { id: person.id }, body: { reason } })}
      onClose={onClose}
    />
  );
}
