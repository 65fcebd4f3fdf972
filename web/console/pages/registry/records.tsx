// SPDX-License-Identifier: Apache-2.0
import {
  type Answer,
  getSubject,
  type Likeness,
  listLikeSubjects,
  mergeSubjects,
  splitSubject,
  undoMerger,
} from '@yiwang/contracts';
import { App, Button, Checkbox, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useAct, useCall } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { Field } from '../../parts/field.tsx';
import { ProblemView } from '../../parts/problem-view.tsx';
import { ReasonDialog } from '../../parts/reason-dialog.tsx';
import { minuteOf } from '../../parts/when.tsx';

type File = Answer<typeof getSubject>;
const RENEWS = [getSubject, listLikeSubjects];

/** Which records this subject is made of: merge, take back, split; each with its reason. */
export function Records({ file }: { file: File }) {
  const { t } = useText();
  const { may } = useSession();
  const { message } = App.useApp();
  const { id } = file.subject;
  const like = useCall(listLikeSubjects, { params: { id } }, { enabled: may(listLikeSubjects) });
  const [merging, setMerging] = useState<Likeness | null>(null);
  const [undoing, setUndoing] = useState<string | null>(null);
  const [splitting, setSplitting] = useState(false);
  const done = (words: string) => () => {
    void message.success(words);
    setMerging(null);
    setUndoing(null);
  };
  const merge = useAct(mergeSubjects, { renews: RENEWS, onDone: done(t('subjects.merged')) });
  const undo = useAct(undoMerger, { renews: RENEWS, onDone: done(t('subjects.splitDone')) });
  if (!may(mergeSubjects)) return null;
  return (
    <section className="section">
      <h2>{t('subjects.records')}</h2>
      <p className="help">{t('subjects.recordsLine')}</p>
      {file.mergers.length > 0 ? (
        <ul className="found">
          {file.mergers.map((one) => (
            <li key={one.id}>
              <Link to={`/registry/subjects/${one.record.id}`}>{one.record.name}</Link>{' '}
              {one.record.uscc ?? ''}
              <p className="soft">
                {t('subjects.mergedBy', { by: one.by, time: minuteOf(one.at), reason: one.reason })}
              </p>
              {one.undoneAt ? (
                <p className="soft">
                  {t('subjects.undone', {
                    by: one.undoneBy ?? '',
                    time: minuteOf(one.undoneAt),
                    reason: one.undoReason ?? '',
                  })}
                </p>
              ) : (
                <Button size="small" onClick={() => setUndoing(one.id)}>
                  {t('subjects.undo')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <h3 className="texts-title">{t('subjects.like')}</h3>
      <ProblemView error={like.error} />
      {like.data?.items.length === 0 ? <p className="soft">{t('subjects.likeNone')}</p> : null}
      <ul className="found">
        {(like.data?.items ?? []).map((one) => (
          <li key={one.subject.id}>
            <Link to={`/registry/subjects/${one.subject.id}`}>{one.subject.name}</Link>{' '}
            {one.subject.uscc ?? ''}
            <p className="soft">{one.reasons.map((reason) => t(`subjects.reason${reason}`)).join(' · ')}</p>
            <Button size="small" onClick={() => setMerging(one)}>
              {t('subjects.merge')}
            </Button>
          </li>
        ))}
      </ul>
      {file.venues.length > 0 ? (
        <p>
          <Button onClick={() => setSplitting(true)}>{t('subjects.split')}</Button>
        </p>
      ) : null}
      {merging ? (
        <ReasonDialog
          title={t('subjects.mergeTitle', { name: merging.subject.name })}
          ok={t('subjects.merge')}
          busy={merge.isPending}
          error={merge.error}
          onClose={() => setMerging(null)}
          onOk={(reason) => merge.mutate({ params: { id }, body: { fromId: merging.subject.id, reason } })}
        />
      ) : null}
      {undoing ? (
        <ReasonDialog
          title={t('subjects.undo')}
          ok={t('subjects.undo')}
          busy={undo.isPending}
          error={undo.error}
          onClose={() => setUndoing(null)}
          onOk={(reason) => undo.mutate({ params: { id: undoing }, body: { reason } })}
        />
      ) : null}
      {splitting ? <SplitDialog file={file} onClose={() => setSplitting(false)} /> : null}
    </section>
  );
}

function SplitDialog({ file, onClose }: { file: File; onClose(): void }) {
  const { t } = useText();
  const { message } = App.useApp();
  const [name, setName] = useState('');
  const [uscc, setUscc] = useState('');
  const [venueIds, setVenueIds] = useState<string[]>([]);
  const split = useAct(splitSubject, {
    renews: RENEWS,
    onDone: () => {
      void message.success(t('subjects.splitDone'));
      onClose();
    },
  });
  return (
    <ReasonDialog
      title={t('subjects.splitTitle')}
      ok={t('subjects.split')}
      busy={split.isPending}
      error={split.error}
      ready={name.trim() !== '' && venueIds.length > 0}
      onClose={onClose}
      onOk={(reason) =>
        split.mutate({
          params: { id: file.subject.id },
          body: { name: name.trim(), uscc: uscc.trim() || null, venueIds, reason },
        })
      }
    >
      <Field label={t('subjects.name')} required>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={200}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={`${t('subjects.uscc')} (${t('app.optional')})`}>
        {(attributes) => (
          <Input
            {...attributes}
            maxLength={18}
            value={uscc}
            onChange={(event) => setUscc(event.target.value)}
          />
        )}
      </Field>
      <fieldset className="field">
        <legend className="label">{t('subjects.splitVenues')}</legend>
        <Checkbox.Group
          value={venueIds}
          onChange={(next) => setVenueIds(next as string[])}
          options={file.venues.map((venue) => ({ value: venue.id, label: venue.name }))}
        />
      </fieldset>
    </ReasonDialog>
  );
}
