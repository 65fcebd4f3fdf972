// SPDX-License-Identifier: Apache-2.0
import { listCandidates, searchCandidates } from '@yiwang/contracts';
import { App, Input, Modal } from 'antd';
import { useState } from 'react';
import { useAct } from '../../api/use-call.ts';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';

/** Asks the search service that is set up; there is no such dialogue without one. */
export function SearchDialog({ open, onClose }: { open: boolean; onClose(): void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [query, setQuery] = useState('');
  const search = useAct(searchCandidates, {
    renews: [listCandidates],
    onDone: () => {
      void message.success(t('candidates.findAsked'));
      onClose();
    },
  });
  return (
    <Modal
      open={open}
      onCancel={onClose}
      title={t('candidates.findTitle')}
      okText={t('candidates.findSubmit')}
      cancelText={t('app.cancel')}
      okButtonProps={{ loading: search.isPending, disabled: query.trim().length < 2 }}
      onOk={() => search.mutate({ body: { query: query.trim() } })}
    >
      <ProblemView error={search.error} />
      <Field label={t('candidates.findQuery')} help={t('candidates.findLine')}>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={200}
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        )}
      </Field>
    </Modal>
  );
}
