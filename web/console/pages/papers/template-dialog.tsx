// SPDX-License-Identifier: Apache-2.0
import { listTemplates, previewTemplate, saveTemplate, type TemplateView } from '@yiwang/contracts';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { callBlob } from '../../api/client.ts';
import { useAct } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';

/** The words of one paper: the office's own in the place of the house's. */
export function TemplateDialog({ template, onClose }: { template: TemplateView; onClose(): void }) {
  const { t, both } = useText();
  const { may } = useSession();
  const { message } = App.useApp();
  const editable = may(saveTemplate);
  const [words, setWords] = useState({
    ...template.words,
    paragraphs: template.words.paragraphs.join('\n'),
  });
  const [failure, setFailure] = useState<unknown>(null);
  const save = useAct(saveTemplate, {
    renews: [listTemplates],
    onDone: () => {
      void message.success(t('papers.saved'));
      onClose();
    },
  });
  const wanted = () => ({
    ...words,
    paragraphs: words.paragraphs
      .split('\n')
      .map((line) => line.trim())
      .filter(Boolean),
  });
  const params = { template: template.id };
  const preview = async () => {
    setFailure(null);
    try {
      const blob = await callBlob(previewTemplate, { params, body: { words: wanted() } });
      const link = document.createElement('a');
      link.href = URL.createObjectURL(blob);
      link.download = `${template.id}.pdf`;
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
    } catch (error) {
      setFailure(error);
    }
  };
  const line = (name: 'title' | 'addressee' | 'closing', label: string) => (
    <Field label={label}>
      {(attributes) => (
        <Input
          {...attributes}
          readOnly={!editable}
          value={words[name]}
          onChange={(event) => setWords({ ...words, [name]: event.target.value })}
        />
      )}
    </Field>
  );
  return (
    <Modal open width={760} title={both(template.title)} footer={null} onCancel={onClose}>
      <ProblemView error={save.error ?? failure} />
      {line('title', t('papers.wordsTitle'))}
      {line('addressee', t('papers.addressee'))}
      <Field label={t('papers.paragraphs')} help={t('papers.paragraphsHelp')}>
        {(attributes) => (
          <Input.TextArea
            {...attributes}
            readOnly={!editable}
            autoSize={{ minRows: 6, maxRows: 16 }}
            value={words.paragraphs}
            onChange={(event) => setWords({ ...words, paragraphs: event.target.value })}
          />
        )}
      </Field>
      {line('closing', t('papers.closing'))}
      <p className="help">{t('papers.places')}</p>
      <ul className="places">
        {template.places.map((place) => (
          <li key={place.name}>
            <span className="code">{`{{${place.name}}}`}</span> {place.title ? both(place.title) : ''}
          </li>
        ))}
      </ul>
      <div className="button-row">
        {editable ? (
          <>
            <Button
              type="primary"
              loading={save.isPending}
              onClick={() => save.mutate({ params, body: { words: wanted(), version: template.version } })}
            >
              {t('app.save')}
            </Button>
            <Button onClick={() => void preview()}>{t('papers.preview')}</Button>
            {template.own ? (
              <Button
                danger
                onClick={() => save.mutate({ params, body: { words: null, version: template.version } })}
              >
                {t('papers.back')}
              </Button>
            ) : null}
          </>
        ) : null}
        <Button onClick={onClose}>{t('app.close')}</Button>
      </div>
    </Modal>
  );
}
