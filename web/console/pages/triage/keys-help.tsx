// SPDX-License-Identifier: Apache-2.0
import { Modal } from 'antd';
import { type MessageKey, useText } from '../../app/use-text.ts';

const KEYS: readonly (readonly [string, MessageKey])[] = [
  ['j', 'triage.keyNext'],
  ['k', 'triage.keyPrevious'],
  ['1', 'triage.confirm'],
  ['2', 'triage.noise'],
  ['3', 'triage.duplicate'],
  ['4', 'triage.dead'],
  ['u', 'triage.keyUndo'],
  ['g', 'triage.keyGroups'],
  ['t', 'triage.keyTabs'],
  ['?', 'triage.keyHelp'],
];

export function KeysHelp({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useText();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('triage.keysTitle')} width={360}>
      <dl className="keys">
        {KEYS.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(what)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
