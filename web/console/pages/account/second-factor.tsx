// SPDX-License-Identifier: Apache-2.0
import {
  beginSecondFactor,
  confirmSecondFactor,
  getSecondFactor,
  removeSecondFactor,
} from '@yiwang/contracts';
import { App, Button, Input, QRCode } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { dayOf } from '../../parts/when.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

/** Turns one-time codes on in three steps (password, scan, first code) and off with the password. */
export function SecondFactor() {
  const { t } = useText();
  const { message } = App.useApp();
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const read = useCall(getSecondFactor, {});
  const begin = useAct(beginSecondFactor, { onDone: () => setPassword('') });
  const confirm = useAct(confirmSecondFactor, {
    renews: [getSecondFactor],
    onDone: ({ recoveryCodes }) => {
      setCode('');
      setCodes(recoveryCodes);
      begin.reset();
    },
  });
  const remove = useAct(removeSecondFactor, {
    renews: [getSecondFactor],
    onDone: () => {
      setPassword('');
      void message.success(t('secondFactor.removed'));
    },
  });
  const since = read.data?.since ?? null;
  const act = since === null ? begin : remove;
  return (
    <section className="section">
      <h2>{t('secondFactor.title')}</h2>
      <p className="sheet-line soft">{t('secondFactor.text')}</p>
      <p>
        {since === null
          ? t('secondFactor.off')
          : t('secondFactor.on', { date: dayOf(since), count: read.data?.recoveryLeft ?? 0 })}
      </p>
      <ProblemView error={begin.error ?? confirm.error ?? remove.error} />
      {codes ? <RecoveryCodes codes={codes} onKept={() => setCodes(null)} /> : null}
      {begin.data && since === null ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            confirm.mutate({ body: { otp: code } });
          }}
        >
          <p>{t('secondFactor.scan')}</p>
          <QRCode value={begin.data.uri} size={200} bgColor="#fff" color="#000" />
          <p>
            {t('secondFactor.secret')}{' '}
            <code className="number">{begin.data.secret.match(/.{1,4}/g)?.join(' ')}</code>
          </p>
          <Field label={t('secondFactor.code')} required>
            {(attributes) => (
              <Input
                {...attributes}
                required
                autoFocus
                inputMode="numeric"
                autoComplete="one-time-code"
                pattern="[0-9 ]{6,7}"
                value={code}
                onChange={(event) => setCode(event.target.value)}
              />
            )}
          </Field>
          <Button type="primary" htmlType="submit" loading={confirm.isPending}>
            {t('secondFactor.confirm')}
          </Button>
        </form>
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            act.mutate({ body: { password } });
          }}
        >
          <Field label={t('secondFactor.password')} required>
            {(attributes) => (
              <Input
                {...attributes}
                required
                type="password"
                autoComplete="current-password"
                value={password}
                onChange={(event) => setPassword(event.target.value)}
              />
            )}
          </Field>
          <Button htmlType="submit" loading={act.isPending} danger={since !== null}>
            {t(since === null ? 'secondFactor.begin' : 'secondFactor.remove')}
          </Button>
        </form>
      )}
    </section>
  );
}
