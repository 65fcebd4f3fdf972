// SPDX-License-Identifier: Apache-2.0
import { VERDICTS, type Verdict } from '@yiwang/contracts';
import { Button } from 'antd';
import { type MessageKey, useText } from '../../app/use-text.ts';

const WORDS: Record<Verdict, MessageKey> = {
  confirmed: 'triage.confirm',
  noise: 'triage.noise',
  duplicate: 'triage.duplicate',
  dead: 'triage.dead',
};

interface VerdictBarProps {
  onVerdict(verdict: Verdict): void;
  onUndo(): void;
  onHelp(): void;
}

/** The four verdicts with their keys, always in reach. */
export function VerdictBar({ onVerdict, onUndo, onHelp }: VerdictBarProps) {
  const { t } = useText();
  return (
    <div className="verdict-bar">
      {VERDICTS.map((verdict, index) => (
        <Button
          key={verdict}
          type={verdict === 'confirmed' ? 'primary' : 'default'}
          onClick={() => onVerdict(verdict)}
        >
          <kbd aria-hidden>{index + 1}</kbd> {t(WORDS[verdict])}
        </Button>
      ))}
      <span className="gap" />
      <Button className="quiet-key" onClick={onUndo}>
        <kbd aria-hidden>u</kbd> {t('triage.undo')}
      </Button>
      <Button className="quiet-key" onClick={onHelp}>
        <kbd aria-hidden>?</kbd> {t('triage.help')}
      </Button>
    </div>
  );
}
