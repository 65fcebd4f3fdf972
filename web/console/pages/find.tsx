// SPDX-License-Identifier: Apache-2.0
import { getFind, listLeads, reportFind } from '@yiwang/contracts';
import { Alert, Button, Input, Steps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct, useCall } from '../api/use-call.ts';
import { useText } from '../app/use-text.ts';
import { Field } from '../parts/field.tsx';
import { useLabelOptions } from '../parts/label-options.ts';
import { Outward } from '../parts/outward.tsx';
import { Page } from '../parts/page.tsx';
import { fieldReasons, ProblemView } from '../parts/problem-view.tsx';
import { useFilters } from '../parts/use-filters.ts';

const looksLikeAddress = (text: string): boolean => {
  try {
    return /^https?:$/.test(new URL(text).protocol);
  } catch {
    return false;
  }
};

/** An officer's own find: paste, say why, and the page is sealed. Made for a phone in the street. */
export default function Find() {
  const { t } = useText();
  const { values, set } = useFilters(['id', 'url']);
  return (
    <Page title={t('find.title')} line={t('find.line')}>
      <div className="form-sheet">
        {values.id ? (
          <Progress id={values.id} onAnother={() => set({ id: null, url: null })} />
        ) : (
          <FindForm address={values.url} onSent={(id) => set({ id })} />
        )}
      </div>
    </Page>
  );
}

function FindForm({ address, onSent }: { address: string; onSent(id: string): void }) {
  const { t } = useText();
  const labels = useLabelOptions();
  const [url, setUrl] = useState(address);
  const [note, setNote] = useState('');
  const [label, setLabel] = useState('');
  const [wrong, setWrong] = useState(false);
  const report = useAct(reportFind, { renews: [listLeads], onDone: (find) => onSent(find.id) });
  const reasons = fieldReasons(report.error);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const ok = looksLikeAddress(url.trim());
        setWrong(!ok);
        if (ok && note.trim().length > 1)
          report.mutate({ body: { url: url.trim(), note: note.trim(), label: label || null } });
      }}
    >
      <ProblemView error={report.error} />
      <Field
        label={t('find.url')}
        help={t('find.urlHelp')}
        required
        error={wrong && !looksLikeAddress(url.trim()) ? t('find.urlWrong') : reasons['url']}
      >
        {(attributes) => (
          <Input
            {...attributes}
            inputMode="url"
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={2000}
            value={url}
            onChange={(event) => setUrl(event.target.value)}
          />
        )}
      </Field>
      <Field
        label={t('find.note')}
        help={t('find.noteHelp')}
        required
        error={report.isIdle && wrong && note.trim().length < 2 ? t('app.required') : reasons['note']}
      >
        {(attributes) => (
          <Input.TextArea
            {...attributes}
            rows={3}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('find.label')}>
        {({ status: _, ...attributes }) => (
          <select {...attributes} value={label} onChange={(event) => setLabel(event.target.value)}>
            <option value="">{t('find.labelNone')}</option>
            {labels.map((option) => (
              <option key={option.value} value={option.value}>
                {option.title}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Button
        type="primary"
        size="large"
        block
        htmlType="submit"
        loading={report.isPending}
        disabled={url.trim() === '' || note.trim().length < 2}
      >
        {t('find.submit')}
      </Button>
    </form>
  );
}

function Progress({ id, onAnother }: { id: string; onAnother(): void }) {
  const { t } = useText();
  const [over, setOver] = useState(false);
  const read = useCall(getFind, { params: { id } }, { every: over ? false : 1500 });
  const find = read.data;
  const ended = find?.state === 'done' || find?.state === 'failed';
  if (ended && !over) setOver(true);
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  const step = find?.state === 'done' ? 2 : find?.state === 'queued' || !find ? 0 : 1;
  return (
    <div className="stack" aria-live="polite">
      {find ? <Outward url={find.url} /> : null}
      <Steps
        orientation="vertical"
        size="small"
        current={step}
        status={find?.state === 'failed' ? 'error' : find?.state === 'done' ? 'finish' : 'process'}
        items={[
          { title: t('find.stepQueued') },
          { title: t('find.stepCapturing') },
          { title: t('find.stepDone') },
        ]}
      />
      {find?.state === 'failed' ? (
        <Alert
          type="error"
          showIcon
          title={t('find.failed')}
          description={`${t('find.failedText')}${find.problem ? ` (${find.problem})` : ''}`}
        />
      ) : null}
      {ended ? null : <p className="soft">{t('find.wait')}</p>}
      <div className="button-row">
        {find?.leadId ? <Link to={`/leads/${find.leadId}`}>{t('find.toLead')}</Link> : null}
        {find?.evidenceId ? <Link to={`/evidence/${find.evidenceId}`}>{t('find.toEvidence')}</Link> : null}
        <Button onClick={onAnother}>{t('find.another')}</Button>
      </div>
    </div>
  );
}
