// SPDX-License-Identifier: Apache-2.0
import { type FilingDetail, type getComplaint, writeAsOffice } from '@yiwang/contracts';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { When } from '../../parts/when.tsx';

/** Two-way talk with whoever holds the receipt code. */
export function Talk({ detail, renews }: { detail: FilingDetail; renews: typeof getComplaint }) {
  const { t } = useText();
  const { may } = useSession();
  const [text, setText] = useState('');
  const write = useAct(writeAsOffice, { renews: [renews], onDone: () => setText('') });
  return (
    <section className="section">
      <h2>{t('filings.talk')}</h2>
      {detail.talk.length === 0 ? <p className="soft">{t('filings.talkNone')}</p> : null}
      <ol className="talk">
        {detail.talk.map((one) => (
          <li key={one.at + one.text} className={one.side}>
            <p className="soft">
              <strong>{one.side === 'filer' ? t('filings.talkFiler') : one.by}</strong> · <When at={one.at} />
            </p>
            <p className="written">{one.text}</p>
          </li>
        ))}
      </ol>
      {may(writeAsOffice) ? (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (text.trim()) write.mutate({ params: { id: detail.filing.id }, body: { text: text.trim() } });
          }}
        >
          <ProblemView error={write.error} />
          <Field label={t('filings.talkWrite')}>
            {(attributes) => (
              <Input.TextArea
                {...attributes}
                rows={3}
                maxLength={3000}
                value={text}
                onChange={(event) => setText(event.target.value)}
              />
            )}
          </Field>
          <Button htmlType="submit" loading={write.isPending} disabled={!text.trim()}>
            {t('filings.talkSend')}
          </Button>
        </form>
      ) : null}
    </section>
  );
}
