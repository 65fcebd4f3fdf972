// SPDX-License-Identifier: Apache-2.0
import type { Severity } from '@yiwang/contracts';
import { useText } from '../app/use-text.ts';

type Tone = 'plain' | 'bad' | 'due' | 'good' | 'accent';

/** A state is always a word with a shape, never a colour alone. */
export const Mark = ({ tone = 'plain', children }: { tone?: Tone; children: string }) => (
  <span className={`mark ${tone}`}>{children}</span>
);

const SEVERITY: Record<Severity, { tone: Tone; shape: string }> = {
  info: { tone: 'plain', shape: '○' },
  slight: { tone: 'accent', shape: '◔' },
  serious: { tone: 'due', shape: '◑' },
  major: { tone: 'bad', shape: '●' },
};

export function SeverityMark({ severity }: { severity: Severity | null }) {
  const { t, word } = useText();
  if (severity === null) return <span className="soft">{t('app.none')}</span>;
  const { tone, shape } = SEVERITY[severity];
  return (
    <span className={`mark ${tone}`}>
      <span aria-hidden>{shape} </span>
      {word('severity', severity)}
    </span>
  );
}

export function LabelName({ label }: { label: string }) {
  const { word } = useText();
  return <>{word('label', label)}</>;
}

/** Risk 0–1 as two digits with a bar; the bar only repeats the number. */
export const Risk = ({ value }: { value: number }) => (
  <span className="risk">
    <span className="risk-bar" aria-hidden>
      <span style={{ width: `${Math.round(value * 100)}%` }} />
    </span>
    {value.toFixed(2)}
  </span>
);

const HIT: Record<string, Tone> = {
  new: 'accent',
  confirmed: 'good',
  noise: 'plain',
  duplicate: 'plain',
  dead: 'plain',
};
export function HitState({ state }: { state: string }) {
  const { word } = useText();
  return <Mark tone={HIT[state] ?? 'plain'}>{word('hitState', state)}</Mark>;
}

const PATROL: Record<string, Tone> = {
  queued: 'plain',
  running: 'accent',
  stopped: 'due',
  done: 'good',
  failed: 'bad',
};
export function PatrolState({ state }: { state: string }) {
  const { word } = useText();
  return <Mark tone={PATROL[state] ?? 'plain'}>{word('patrolState', state)}</Mark>;
}

const LIVENESS: Record<string, Tone> = { unknown: 'plain', online: 'due', changed: 'accent', gone: 'good' };
export function LivenessMark({ state }: { state: string }) {
  const { word } = useText();
  return <Mark tone={LIVENESS[state] ?? 'plain'}>{word('liveness', state)}</Mark>;
}
