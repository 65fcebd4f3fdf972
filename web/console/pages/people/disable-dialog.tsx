// SPDX-License-Identifier: Apache-2.0
import { disablePerson, listPeople, type Person } from '@yiwang/contracts';
import { App } from 'antd';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { ReasonDialog } from './reason-dialog.tsx';

/** Disables or enables an account. */
export function DisableDialog({ person, onClose }: { person: Person; onClose(): void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const disabled = person.disabledAt === null;
  const act = useAct(disablePerson, {
    renews: [listPeople],
    onDone: () => {
      void message.success(t('people.saved'));
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t(disabled ? 'people.disableAsk' : 'people.enableAsk', { name: person.name })}
      text={disabled ? t('people.disableText') : null}
      okText={t(disabled ? 'people.disable' : 'people.enable')}
      danger={disabled}
      busy={act.isPending}
      error={act.error}
      onAct={(reason) => act.mutate({ params: { id: person.id }, body: { disabled, reason } })}
      onClose={onClose}
    />
  );
}
