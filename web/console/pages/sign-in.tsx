// SPDX-License-Identifier: Apache-2.0

import { useQueryClient } from '@tanstack/react-query';
import { getInstance, getSession, signIn } from '@yiwang/contracts';
import { Alert, Button, Input } from 'antd';
import { useEffect, useState } from 'react';
import { Navigate, useNavigate, useSearchParams } from 'react-router';
import { rememberCsrfToken } from '../api/client.ts';
import { codeOf, problemOf } from '../api/problem.ts';
import { keyOf, useAct, useCall } from '../api/use-call.ts';
import { DemoBanner } from '../app/shell.tsx';
import { Switches } from '../app/switches.tsx';
import { useText } from '../app/use-text.ts';
import { Field } from '../parts/field.tsx';
import { ProblemView } from '../parts/problem-view.tsx';

/** Only paths of the console itself: a link may not send a person elsewhere after the door. */
export const safeTarget = (to: string | null): string =>
  to && /^\/(?![/\\])/.test(to) && !to.startsWith('/sign-in') ? to : '/';

/** Sign-in by the office's own provider, where one is set. */
function ProviderButton({ name, to }: { name: string | null; to: string | null }) {
  const { t } = useText();
  if (name === null) return null;
  return (
    <div className="stack">
      <Button size="large" block href={`/api/session/provider?to=${encodeURIComponent(safeTarget(to))}`}>
        {t('secondFactor.provider', { name })}
      </Button>
      <p className="soft sheet-line">{t('secondFactor.or')}</p>
    </div>
  );
}

export default function SignIn() {
  const { t } = useText();
  const go = useNavigate();
  const [search] = useSearchParams();
  const client = useQueryClient();
  const instance = useCall(getInstance, {});
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [otp, setOtp] = useState('');
  const enter = useAct(signIn, {
    onDone: (session) => {
      rememberCsrfToken(session.csrfToken);
      client.clear();
      client.setQueryData(keyOf(getSession), session);
      go(safeTarget(search.get('to')), { replace: true });
    },
  });
  const code = codeOf(enter.error);
  const asksCode = code === 'otp_needed' || code === 'otp_wrong' || otp !== '';
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('app.name')}`;
  }, [t]);
  if (instance.data?.needsAdministrator) return <Navigate to="/setup" replace />;
  return (
    <>
      <DemoBanner demo={instance.data?.demo ?? false} />
      <main className="alone">
        <div>
          <div className="sheet">
            <h1>
              <img src="/console/mark.svg" alt="" width="28" height="28" />
              {t('app.product')}
            </h1>
            <p className="soft sheet-line">{t('signIn.line')}</p>
            {search.get('refused') ? <Alert type="warning" showIcon title={t('signIn.notOfficer')} /> : null}
            {search.get('to') && search.get('to') !== '/' && !enter.error ? (
              <p className="soft sheet-line">{t('signIn.ended')}</p>
            ) : null}
            <ProblemView
              error={code === 'otp_needed' ? null : (enter.error ?? problemOf(search.get('problem')))}
            />
            <ProviderButton name={instance.data?.provider ?? null} to={search.get('to')} />
            <form
              onSubmit={(event) => {
                event.preventDefault();
                enter.mutate({ body: { username: username.trim(), password, ...(asksCode ? { otp } : {}) } });
              }}
            >
              <Field label={t('signIn.username')}>
                {(attributes) => (
                  <Input
                    {...attributes}
                    size="large"
                    name="username"
                    autoComplete="username"
                    autoCapitalize="none"
                    autoFocus
                    required
                    value={username}
                    onChange={(event) => setUsername(event.target.value)}
                  />
                )}
              </Field>
              <Field label={t('signIn.password')}>
                {(attributes) => (
                  <Input
                    {...attributes}
                    size="large"
                    type="password"
                    name="password"
                    autoComplete="current-password"
                    required
                    value={password}
                    onChange={(event) => setPassword(event.target.value)}
                  />
                )}
              </Field>
              {asksCode ? (
                <Field label={t('secondFactor.otp')} help={t('secondFactor.otpHelp')}>
                  {(attributes) => (
                    <Input
                      {...attributes}
                      size="large"
                      name="otp"
                      autoComplete="one-time-code"
                      autoCapitalize="none"
                      autoFocus
                      required
                      value={otp}
                      onChange={(event) => setOtp(event.target.value)}
                    />
                  )}
                </Field>
              ) : null}
              <Button type="primary" size="large" block htmlType="submit" loading={enter.isPending}>
                {t('signIn.submit')}
              </Button>
            </form>
            {instance.data?.demo ? <p className="help">{t('signIn.demoHint')}</p> : null}
          </div>
          <div className="switches">
            <Switches hideLabels />
          </div>
          <p className="alone-foot">
            <a href="/">{t('signIn.portal')}</a>
            <span className="soft">{instance.data ? ` · ${instance.data.version}` : ''}</span>
          </p>
        </div>
      </main>
    </>
  );
}
