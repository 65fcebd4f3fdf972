// SPDX-License-Identifier: Apache-2.0
import { assignFile, DESK_BUCKETS, getDesk, listTasks, type Query, type Task } from '@yiwang/contracts';
import { Button, Skeleton } from 'antd';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { useAct, useCall, usePages } from '../../api/use-call.ts';
import { useSession } from '../../app/session.tsx';
import { useText } from '../../app/use-text.ts';
import { inside } from '../../parts/inside.ts';
import { count } from '../../parts/money.ts';
import { ProblemView } from '../../parts/problem-view.tsx';
import { useFilters } from '../../parts/use-filters.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { DESK_READS, HandOver } from './hand-over.tsx';
import { TaskLine } from './task-line.tsx';

const EVERY_MS = 60_000;

/** The files in one's hands by due date, worked through with the keyboard. */
export function Tasks({ whose }: { whose: 'mine' | 'office' }) {
  const { t, word, locale } = useText();
  const go = useNavigate();
  const { person } = useSession();
  const { values, set } = useFilters(['bucket', 'assignee', 'procedure']);
  const desk = useCall(getDesk, { query: { whose } }, { every: EVERY_MS });
  const query = Object.fromEntries(
    Object.entries({ ...values, whose }).filter(([, value]) => value),
  ) as Query<typeof listTasks>;
  const list = usePages(listTasks, { query }, { every: EVERY_MS });
  const [at, setAt] = useState(0);
  const [handed, setHanded] = useState<Task | null>(null);
  const take = useAct(assignFile, { renews: DESK_READS });
  useEffect(
    () => setAt((before) => Math.min(before, Math.max(0, list.items.length - 1))),
    [list.items.length],
  );
  const current = list.items[at];
  const takeIt = (task: Task) =>
    take.mutate({ params: { id: task.id }, body: { personId: person.id, reason: null } });
  const bucket = (name: string) => set({ bucket: values.bucket === name ? null : name });
  useKeys({
    j: () => setAt(Math.min(at + 1, list.items.length - 1)),
    k: () => setAt(Math.max(at - 1, 0)),
    Enter: () => current && go(inside(current.href)),
    t: () => current?.assignee === null && values.bucket !== 'waiting' && takeIt(current),
    ...Object.fromEntries(DESK_BUCKETS.map((name, index) => [String(index + 1), () => bucket(name)])),
  });
  return (
    <>
      <ProblemView error={desk.error ?? take.error} />
      <ul className="buckets" aria-label={t('desk.buckets')}>
        {DESK_BUCKETS.map((name) => {
          const value = desk.data?.counts[name];
          return (
            <li key={name}>
              <button
                type="button"
                aria-pressed={values.bucket === name}
                className={value ? name : undefined}
                onClick={() => bucket(name)}
              >
                <span>{word('deskBucket', name)}</span>
                <strong>{value === undefined ? '…' : count(value, locale)}</strong>
              </button>
            </li>
          );
        })}
      </ul>
      {list.error ? <ProblemView error={list.error} again={list.again} /> : null}
      {list.loading ? <Skeleton active title={false} paragraph={{ rows: 6 }} /> : null}
      {!list.loading && !list.error && list.items.length === 0 ? (
        <div className="empty">{t(values.bucket === 'today' ? 'desk.emptyToday' : 'desk.empty')}</div>
      ) : null}
      <ol className={list.stale ? 'tasks stale' : 'tasks'}>
        {list.items.map((task, index) => (
          <TaskLine
            key={task.id}
            task={task}
            current={index === at}
            elsewhere={values.bucket === 'waiting'}
            onPoint={() => setAt(index)}
            onTake={() => takeIt(task)}
            onHandOver={() => setHanded(task)}
          />
        ))}
      </ol>
      {list.more ? (
        <p className="more no-print">
          <Button onClick={list.more} loading={list.loadingMore}>
            {t('app.more')}
          </Button>
        </p>
      ) : null}
      <p className="help wide-only no-print">{t('desk.keys')}</p>
      {handed ? <HandOver key={handed.id} task={handed} onClose={() => setHanded(null)} /> : null}
    </>
  );
}
