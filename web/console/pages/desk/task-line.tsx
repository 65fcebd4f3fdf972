// SPDX-License-Identifier: Apache-2.0
import type { Task } from '@yiwang/contracts';
import { Button } from 'antd';
import { Link } from 'react-router';
import { useText } from '../../app/use-text.ts';
import { inside } from '../../parts/inside.ts';
import { Mark } from '../../parts/marks.tsx';

const tone = (task: Task): string =>
  task.overdue ? 'bad' : task.used !== null && task.used >= 0.8 ? 'due' : '';

/** How far the nearest clock is: a bar, and the same in words. */
function Progress({ task }: { task: Task }) {
  const { t, both } = useText();
  if (task.due === null) return <span className="soft task-clock">{t('desk.noDue')}</span>;
  return (
    <span className="task-clock" title={task.clockTitle ? both(task.clockTitle) : undefined}>
      <span className={`due-bar ${tone(task)}`} aria-hidden>
        <span
          style={{ width: `${task.overdue ? 100 : Math.min(100, Math.round((task.used ?? 0) * 100))}%` }}
        />
      </span>
      <span className="nowrap">
        {task.day !== null && task.days !== null && task.days > 0
          ? t('desk.day', { day: task.day, days: task.days })
          : ''}
      </span>
      <span className="nowrap">
        {t('desk.due', { day: task.due })} {task.overdue ? <Mark tone="bad">{t('desk.overdue')}</Mark> : null}
      </span>
    </span>
  );
}

interface TaskLineProps {
  task: Task;
  current: boolean;
  onTake(): void;
  onHandOver(): void;
  onPoint(): void;
  /** With another office: nothing to take here. */
  elsewhere: boolean;
}

/** One file on the desk: its clock, what it is, and the step that comes next. */
export function TaskLine({ task, current, onTake, onHandOver, onPoint, elsewhere }: TaskLineProps) {
  const { t, both } = useText();
  return (
    <li
      className={current ? 'task current' : 'task'}
      aria-current={current ? 'true' : undefined}
      onMouseEnter={onPoint}
    >
      <Progress task={task} />
      <div className="task-what">
        <Link to={inside(task.href)}>{task.title}</Link>
        <p className="soft breakable">
          {both(task.procedureTitle)} · {task.number}
          {task.line ? ` · ${task.line}` : ''}
        </p>
      </div>
      <div className="task-next">
        <Mark>{both(task.stateTitle)}</Mark>
        {elsewhere ? (
          <p className="soft">{t('desk.holder', { office: task.holder?.name ?? '' })}</p>
        ) : (
          <p>{task.next ? t('desk.next', { step: both(task.next) }) : ''}</p>
        )}
      </div>
      <div className="task-who no-print">
        <span className={task.assignee ? undefined : 'soft'}>{task.assignee?.name ?? t('desk.free')}</span>
        {elsewhere ? null : (
          <span className="button-row">
            {task.assignee === null ? (
              <Button size="small" onClick={onTake}>
                {t('desk.take')}
              </Button>
            ) : null}
            <Button size="small" onClick={onHandOver}>
              {t('desk.handOver')}
            </Button>
          </span>
        )}
      </div>
    </li>
  );
}
