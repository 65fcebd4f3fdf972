// SPDX-License-Identifier: Apache-2.0
import { CANDIDATE_VERDICTS } from '@yiwang/contracts';
import { Modal } from 'antd';
import { useText } from '../../app/use-text.ts';

export function CandidateKeys({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t, word } = useText();
  const keys = [
    ['j', t('candidates.keyNext')],
    ['k', t('candidates.keyPrevious')],
    ...CANDIDATE_VERDICTS.map((value, at) => [String(at + 1), word('candidateState', value)]),
    ['u', t('candidates.keyUndo')],
    ['?', t('candidates.keyHelp')],
  ] as const;
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={t('candidates.help')} width={360}>
      <dl className="keys">
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
