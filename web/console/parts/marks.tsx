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

const PLAN: Record<string, Tone> = { waiting: 'plain', active: 'accent', paused: 'due', ended: 'good' };
export function PlanState({ state }: { state: string }) {
  const { word } = useText();
  return <Mark tone={PLAN[state] ?? 'plain'}>{word('planState', state)}</Mark>;
}

const LIVENESS: Record<string, Tone> = { unknown: 'plain', online: 'due', changed: 'accent', gone: 'good' };
export function LivenessMark({ state }: { state: string }) {
  const { word } = useText();
  return <Mark tone={LIVENESS[state] ?? 'plain'}>{word('liveness', state)}</Mark>;
}

/** The nearest clock of a file: a day with a word, and how much of the time is gone. */
export function DueMark({ due, used }: { due: string | null; used: number | null }) {
  const { t } = useText();
  if (due === null) return <span className="soft">{t('leads.noClock')}</span>;
  const late = used !== null && used > 1;
  const tone: Tone = late ? 'bad' : used !== null && used >= 0.8 ? 'due' : 'plain';
  return (
    <span className="due-mark">
      <span className={`due-bar ${tone}`} aria-hidden>
        <span style={{ width: `${Math.min(100, Math.round((used ?? 0) * 100))}%` }} />
      </span>
      <span className="nowrap">
        {due}
        {late ? <Mark tone="bad">{t('leads.overdue')}</Mark> : null}
      </span>
    </span>
  );
}
