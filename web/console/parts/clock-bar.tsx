// SPDX-License-Identifier: Apache-2.0
import type { ClockView } from '@yiwang/contracts';
import { Modal } from 'antd';
import { useState } from 'react';
import { useText } from '../app/use-text.ts';
import { BasisList } from './basis-list.tsx';
import { Fact, Facts } from './facts.tsx';

const tone = (clock: ClockView): string =>
  clock.state === 'lapsed'
    ? 'bad'
    : clock.state === 'met'
      ? 'good'
      : clock.state === 'running' && (clock.used ?? 0) >= 0.8
        ? 'due'
        : '';

/** A clock as a bar with its words; opens the reckoning line by line. */
export function ClockBar({ clock }: { clock: ClockView }) {
  const { t, both, word } = useText();
  const [open, setOpen] = useState(false);
  const title = both(clock.title);
  const state = word('clockState', clock.state);
  return (
    <>
      <button
        type="button"
        className={`clock ${tone(clock)}`}
        onClick={() => setOpen(true)}
        title={t('leads.clockOpen', { title, state })}
      >
        <span className="clock-words">
          <span>{title}</span>
          <strong>{clock.due ? t('leads.dueOn', { day: clock.due }) : t('leads.dueNone')}</strong>
        </span>
        <span className="clock-bar" aria-hidden>
          <span style={{ width: `${Math.min(100, Math.round((clock.used ?? 0) * 100))}%` }} />
        </span>
        <span className="clock-words">
          <span>{state}</span>
          <span>{clock.used === null ? '' : `${Math.round(clock.used * 100)}%`}</span>
        </span>
      </button>
      <Modal open={open} onCancel={() => setOpen(false)} footer={null} title={title}>
        <Facts>
          <Fact name={t('leads.started')}>{clock.startedOn}</Fact>
          <Fact name={t('leads.dueDay')}>
            {clock.due ?? t('leads.dueNone')} · {state}
            {clock.provisional ? <p className="help">{t('leads.provisional')}</p> : null}
          </Fact>
          <Fact name={t('leads.derivation')}>
            <ol className="derivation">
              {clock.derivation.map((line) => (
                <li key={line.zh}>{both(line)}</li>
              ))}
            </ol>
          </Fact>
          <Fact name={t('law.basis')}>
            <BasisList basis={clock.basis} />
          </Fact>
          <Fact name={t('leads.certainty')}>{word('certainty', clock.certainty)}</Fact>
        </Facts>
      </Modal>
    </>
  );
}
