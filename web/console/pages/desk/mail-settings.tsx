// SPDX-License-Identifier: Apache-2.0
import { changeDeskSettings, type DeskSettings, getDeskSettings } from '@yiwang/contracts';
import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

function MailForm({ settings }: { settings: DeskSettings }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [mail, setMail] = useState(settings.mail ?? '');
  const [on, setOn] = useState(settings.mailOn);
  const change = useAct(changeDeskSettings, {
    renews: [getDeskSettings],
    onDone: () => void message.success(t('desk.saved')),
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        change.mutate({ body: { mail: mail.trim() || null, mailOn: on } });
      }}
    >
      <ProblemView error={change.error} />
      <Field label={t('desk.mailAddress')} error={fieldReasons(change.error)['mail']}>
        {(attributes) => (
          <Input
            {...attributes}
            type="email"
            autoComplete="email"
            maxLength={200}
            value={mail}
            onChange={(event) => setMail(event.target.value)}
          />
        )}
      </Field>
      <p>
        <Checkbox checked={on} onChange={(event) => setOn(event.target.checked)}>
          {t('desk.mailOn')}
        </Checkbox>
      </p>
      <div className="button-row">
        <Button htmlType="submit" loading={change.isPending}>
          {t('app.save')}
        </Button>
      </div>
    </form>
  );
}

/** Reminders by mail: off until somebody wants them, and only where a mail server is set. */
export function MailSettings() {
  const { t } = useText();
  const settings = useCall(getDeskSettings, {});
  return (
    <section className="section form-sheet">
      <h2>{t('desk.mail')}</h2>
      <p className="help">{t('desk.mailLine')}</p>
      <ProblemView error={settings.error} />
      {settings.data?.mailPossible === false ? <p className="soft">{t('desk.mailOff')}</p> : null}
      {settings.data?.mailPossible ? <MailForm settings={settings.data} /> : null}
    </section>
  );
}
