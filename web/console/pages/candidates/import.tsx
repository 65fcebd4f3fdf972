// SPDX-License-Identifier: Apache-2.0
import { importCandidates, listCandidates } from '@yiwang/contracts';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Field } from '../../parts/field.tsx';
import { Page } from '../../parts/page.tsx';
import { fieldReasons, ProblemView } from '../../parts/problem-view.tsx';

/** A list of addresses into the queue: pasted, or read from a file on this machine. */
export default function ImportCandidates() {
  const { t } = useText();
  const [source, setSource] = useState('');
  const [text, setText] = useState('');
  const done = useAct(importCandidates, { renews: [listCandidates], onDone: () => setText('') });
  const reasons = fieldReasons(done.error);
  return (
    <Page title={t('candidates.importTitle')} line={t('candidates.importLine')}>
      <form
        className="form-sheet"
        onSubmit={(event) => {
          event.preventDefault();
          done.mutate({ body: { source: source.trim(), text } });
        }}
      >
        <ProblemView error={done.error} />
        {done.data ? (
          <Alert
            className="problem"
            type={done.data.bad.length > 0 ? 'warning' : 'success'}
            showIcon
            role="status"
            title={t('candidates.importDone', { ...done.data, bad: done.data.bad.length })}
            description={
              done.data.bad.length > 0 ? (
                <>
                  <p>{t('candidates.importBad')}</p>
                  <ul>
                    {done.data.bad.map((line) => (
                      <li key={line.line} className="breakable">
                        {t('app.row', { row: line.line })} · {line.text} ·{' '}
                        {t(
                          line.reason === 'too-many'
                            ? 'candidates.importBadMany'
                            : 'candidates.importBadReason',
                        )}
                      </li>
                    ))}
                  </ul>
                </>
              ) : undefined
            }
            action={<ButtonLink to="/candidates">{t('candidates.toQueue')}</ButtonLink>}
          />
        ) : null}
        <Field
          label={t('candidates.importSource')}
          help={t('candidates.importSourceHelp')}
          required
          error={reasons['source']}
        >
          {(attributes) => (
            <Input
              {...attributes}
              required
              minLength={2}
              maxLength={200}
              value={source}
              onChange={(event) => setSource(event.target.value)}
            />
          )}
        </Field>
        <Field label={t('candidates.importFile')}>
          {({ status: _, ...attributes }) => (
            <input
              {...attributes}
              type="file"
              accept=".csv,.txt,text/csv,text/plain"
              onChange={(event) => {
                const file = event.target.files?.[0];
                if (file) void file.text().then(setText);
              }}
            />
          )}
        </Field>
        <Field label={t('candidates.importText')} required error={reasons['text']}>
          {(attributes) => (
            <Input.TextArea
              {...attributes}
              required
              rows={12}
              spellCheck={false}
              placeholder="https://shop.example/,仿真百货"
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        <Button type="primary" htmlType="submit" loading={done.isPending}>
          {t('candidates.importSubmit')}
        </Button>
      </form>
    </Page>
  );
}
