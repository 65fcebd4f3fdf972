// SPDX-License-Identifier: Apache-2.0
import { createFirstAdministrator, getInstance } from '@yiwang/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Navigate, useNavigate } from 'react-router';
import { useAct, useCall } from '../api/use-call.ts';
import { DemoBanner } from '../app/shell.tsx';
import { Switches } from '../app/switches.tsx';
import { type MessageKey, useText } from '../app/use-text.ts';
import { Field } from '../parts/field.tsx';
import { fieldReasons, ProblemView } from '../parts/problem-view.tsx';

const empty = { token: '', username: '', name: '', password: '', repeat: '' };
const FIELDS: readonly {
  name: keyof typeof empty;
  title: MessageKey;
  help?: MessageKey;
  secret?: boolean;
}[] = [
  { name: 'token', title: 'setup.token', help: 'setup.tokenHelp' },
  { name: 'username', title: 'setup.username' },
  { name: 'name', title: 'setup.name' },
  { name: 'password', title: 'setup.password', help: 'setup.passwordHelp', secret: true },
  { name: 'repeat', title: 'setup.repeat', secret: true },
];

/** The first start without demonstration: whoever reads the terminal makes the first administrator. */
export default function Setup() {
  const { t } = useText();
  const go = useNavigate();
  const instance = useCall(getInstance, {});
  const [values, setValues] = useState(empty);
  const [differ, setDiffer] = useState(false);
  const create = useAct(createFirstAdministrator, {
    renews: [getInstance],
    onDone: () => go('/sign-in', { replace: true }),
  });
  if (instance.data && !instance.data.needsAdministrator && !create.isSuccess)
    return <Navigate to="/sign-in" replace />;
  const reasons = fieldReasons(create.error);
  return (
    <>
      <DemoBanner demo={instance.data?.demo ?? false} />
      <main className="alone">
        <div>
          <div className="sheet">
            <h1>{t('setup.title')}</h1>
            <p className="soft sheet-line">{t('setup.line')}</p>
            <ProblemView error={create.error} />
            <form
              onSubmit={(event) => {
                event.preventDefault();
                const { repeat, ...body } = values;
                setDiffer(repeat !== body.password);
                if (repeat === body.password) create.mutate({ body });
              }}
            >
              {FIELDS.map(({ name, title, help, secret }) => (
                <Field
                  key={name}
                  label={t(title)}
                  help={help && t(help)}
                  required
                  error={name === 'repeat' && differ ? t('setup.differ') : reasons[name]}
                >
                  {(attributes) => (
                    <Input
                      {...attributes}
                      required
                      type={secret ? 'password' : 'text'}
                      autoComplete={secret ? 'new-password' : 'off'}
                      minLength={secret ? 10 : undefined}
                      value={values[name]}
                      onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                    />
                  )}
                </Field>
              ))}
              <Button type="primary" block htmlType="submit" loading={create.isPending}>
                {t('setup.submit')}
              </Button>
            </form>
          </div>
          <div className="switches">
            <Switches hideLabels />
          </div>
        </div>
      </main>
    </>
  );
}
