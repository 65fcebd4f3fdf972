// SPDX-License-Identifier: Apache-2.0
import { listLaw, reckonDue } from '@yiwang/contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';
import { ReckoningView } from './reckoning-view.tsx';

const PAUSES = [
  'pause:test',
  'pause:recusal',
  'pause:suspend',
  'pause:hearing',
  'pause:notice',
  'pause:identify',
] as const;

/** A clock, its first day, an extension, one stretch that does not count: when it is due, and why. */
export function DueCalculator() {
  const { t, both, word } = useText();
  const clocks = useCall(listLaw, { params: { shelf: 'clocks' }, query: {} });
  const [clock, setClock] = useState('complaint.accept');
  const [from, setFrom] = useState('');
  const [extended, setExtended] = useState(false);
  const [pause, setPause] = useState({ kind: '', from: '', to: '' });
  const act = useAct(reckonDue);
  const reasons = fieldReasons(act.error);
  const choices = [
    ...new Map((clocks.data?.items ?? []).map((row) => [row.id.split('@')[0]!, row])).entries(),
  ];
  const trigger = choices.find(([id]) => id === clock)?.[1].lines[0]?.value;
  const submit = () => {
    const dot = clock.indexOf('.');
    act.mutate({
      body: {
        procedure: clock.slice(0, dot),
        clock: clock.slice(dot + 1),
        from,
        events: [
          ...(extended ? [{ event: 'extend' as const, date: from }] : []),
          ...(pause.kind && pause.from
            ? [
                {
                  event: pause.kind as (typeof PAUSES)[number],
                  from: pause.from,
                  ...(pause.to ? { to: pause.to } : {}),
                },
              ]
            : []),
        ],
      },
    });
  };
  return (
    <form
      className="form-sheet"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ProblemView error={act.error ?? clocks.error} />
      <Field label={t('law.clock')} help={t('law.clockHelp')} required error={reasons['clock']}>
        {({ status: _, ...attributes }) => (
          <select {...attributes} value={clock} onChange={(event) => setClock(event.target.value)}>
            {choices.map(([id]) => (
              <option key={id} value={id}>
                {id}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field
        label={t('law.from')}
        {...(trigger ? { help: t('law.fromHelp', { trigger: both(trigger) }) } : {})}
        required
        error={reasons['from']}
      >
        {({ status: _, ...attributes }) => (
          <input
            {...attributes}
            type="date"
            required
            value={from}
            onChange={(event) => setFrom(event.target.value)}
          />
        )}
      </Field>
      <label className="check">
        <input type="checkbox" checked={extended} onChange={(event) => setExtended(event.target.checked)} />{' '}
        {t('law.extended')}
      </label>
      <fieldset>
        <legend>{t('law.pause')}</legend>
        <Field label={t('law.pauseKind')}>
          {({ status: _, ...attributes }) => (
            <select
              {...attributes}
              value={pause.kind}
              onChange={(event) => setPause({ ...pause, kind: event.target.value })}
            >
              <option value="">{t('app.none')}</option>
              {PAUSES.map((kind) => (
                <option key={kind} value={kind}>
                  {word('lawEvent', kind)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {pause.kind
          ? (['from', 'to'] as const).map((end) => (
              <Field key={end} label={t(end === 'from' ? 'law.pauseFrom' : 'law.pauseTo')}>
                {({ status: _, ...attributes }) => (
                  <input
                    {...attributes}
                    type="date"
                    value={pause[end]}
                    onChange={(event) => setPause({ ...pause, [end]: event.target.value })}
                  />
                )}
              </Field>
            ))
          : null}
      </fieldset>
      <Button type="primary" htmlType="submit" loading={act.isPending}>
        {t('law.reckon')}
      </Button>
      <div aria-live="polite">{act.data ? <ReckoningView answer={act.data} /> : null}</div>
    </form>
  );
}
