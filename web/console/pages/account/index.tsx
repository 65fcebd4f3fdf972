// SPDX-License-Identifier: Apache-2.0
import { changePassword } from '@yiwang/contracts';
import { App, Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { type MessageKey, useText } from '../../app/use-text.ts';
import { AbsenceDialog, Absences } from '../../parts/absences.tsx';
import { Fact, Facts } from '../../parts/facts.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';
import { SecondFactor } from './second-factor.tsx';

const empty = { current: '', next: '', repeat: '' };
const FIELDS: readonly { name: keyof typeof empty; title: MessageKey; help?: MessageKey }[] = [
  { name: 'current', title: 'account.current' },
  { name: 'next', title: 'account.next', help: 'account.nextHelp' },
  { name: 'repeat', title: 'account.repeat' },
];

export default function Account() {
  const { t, word } = useText();
  const { message } = App.useApp();
  const { person, agency, roles, standsInFor } = useSession();
  const [away, setAway] = useState(false);
  const [values, setValues] = useState(empty);
  const [differ, setDiffer] = useState(false);
  const change = useAct(changePassword, {
    onDone: () => {
      setValues(empty);
      void message.success(t('account.changed'));
    },
  });
  const reasons = fieldReasons(change.error);
  return (
    <Page title={t('account.title')} line={t('account.line')}>
      <div className="stack form-sheet">
        <Facts>
          <Fact name={t('account.name')}>{person.name}</Fact>
          <Fact name={t('account.username')}>{person.username}</Fact>
          <Fact name={t('account.agency')}>{agency.name}</Fact>
          <Fact name={t('account.level')}>{word('level', agency.level)}</Fact>
          <Fact name={t('account.roles')}>
            {roles.map((role) => word('role', role)).join('、')}
            <p className="help">{t('account.rolesHelp')}</p>
          </Fact>
        </Facts>
        <section className="section">
          <h2>{t('people.absences')}</h2>
          {standsInFor.length > 0 ? <p>{t('people.standsIn', { names: standsInFor.join('、') })}</p> : null}
          <Absences personId={person.id} />
          <p className="button-row">
            <Button onClick={() => setAway(true)}>{t('people.absenceAdd')}</Button>
          </p>
          {away ? <AbsenceDialog onClose={() => setAway(false)} /> : null}
        </section>
        <section className="section">
          <h2>{t('account.password')}</h2>
          <ProblemView error={change.error} />
          <form
            onSubmit={(event) => {
              event.preventDefault();
              setDiffer(values.next !== values.repeat);
              if (values.next === values.repeat)
                change.mutate({ body: { current: values.current, next: values.next } });
            }}
          >
            <input
              type="text"
              name="username"
              autoComplete="username"
              value={person.username}
              readOnly
              hidden
            />
            {FIELDS.map(({ name, title, help }) => (
              <Field
                key={name}
                label={t(title)}
                help={help && t(help)}
                required
                error={name === 'repeat' && differ ? t('account.differ') : reasons[name]}
              >
                {(attributes) => (
                  <Input
                    {...attributes}
                    required
                    type="password"
                    minLength={name === 'current' ? undefined : 10}
                    autoComplete={name === 'current' ? 'current-password' : 'new-password'}
                    value={values[name]}
                    onChange={(event) => setValues({ ...values, [name]: event.target.value })}
                  />
                )}
              </Field>
            ))}
            <Button type="primary" htmlType="submit" loading={change.isPending}>
              {t('account.change')}
            </Button>
          </form>
        </section>
        <SecondFactor />
      </div>
    </Page>
  );
}
