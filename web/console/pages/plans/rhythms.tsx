// SPDX-License-Identifier: Apache-2.0
import { getRhythms, type Rhythm, setRhythm } from '@yiwang/contracts';
import { App, Button, Input, Skeleton } from 'antd';
import { useState } from 'react';
import { useAct, useCall } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { Mark } from '../../parts/marks.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';

function RhythmCard({ rhythm }: { rhythm: Rhythm }) {
  const { t, word } = useText();
  const { may } = useSession();
  const { message } = App.useApp();
  const [days, setDays] = useState(String(rhythm.days));
  const [basis, setBasis] = useState(rhythm.basis ?? '');
  const save = useAct(setRhythm, {
    renews: [getRhythms],
    onDone: () => void message.success(t('plans.rhythmSaved')),
  });
  return (
    <form
      className="card"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate({ body: { class: rhythm.class, days: Number(days), basis: basis.trim() || null } });
      }}
    >
      <h2>
        {word('venueClass', rhythm.class)}{' '}
        {rhythm.basis === null ? <Mark tone="due">{t('plans.rhythmUnverified')}</Mark> : null}
      </h2>
      <ProblemView error={save.error} />
      <Field label={t('plans.rhythmDays')} required>
        {(attributes) => (
          <Input
            {...attributes}
            type="number"
            min={1}
            max={366}
            required
            disabled={!may(setRhythm)}
            value={days}
            onChange={(event) => setDays(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('plans.rhythmBasis')} help={t('plans.rhythmBasisHelp')}>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={300}
            disabled={!may(setRhythm)}
            value={basis}
            onChange={(event) => setBasis(event.target.value)}
          />
        )}
      </Field>
      {may(setRhythm) ? (
        <Button htmlType="submit" loading={save.isPending}>
          {t('app.save')}
        </Button>
      ) : null}
    </form>
  );
}

/** How often each class of venue is looked at. */
export default function Rhythms() {
  const { t } = useText();
  const read = useCall(getRhythms, {});
  if (read.error) return <ProblemView error={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    <Page title={t('plans.rhythmTitle')} line={t('plans.rhythmLine')}>
      <div className="two even">
        {read.data.items.map((rhythm) => (
          <RhythmCard key={rhythm.class} rhythm={rhythm} />
        ))}
      </div>
    </Page>
  );
}
