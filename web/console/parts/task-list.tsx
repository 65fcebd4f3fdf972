// SPDX-License-Identifier: Apache-2.0
import type { FileLine } from '@yiwang/contracts';
import { Link } from 'react-router';
import { useText } from '../app/use-text.ts';
import { DueMark, Mark } from './marks.tsx';

/** Files that a lead opened: what, to whom, how it stands, by when. */
export function TaskList({ tasks }: { tasks: readonly FileLine[] }) {
  const { both } = useText();
  return (
    <ul className="task-list">
      {tasks.map((task) => (
        <li key={task.id}>
          <p className="hit-line">
            <Link to={`/files/${task.id}`}>{both(task.procedureTitle)}</Link>
            <Mark tone={task.ended ? 'good' : 'accent'}>{both(task.stateTitle)}</Mark>
            {task.ended ? null : <DueMark due={task.due} used={task.used} />}
          </p>
          <p className="soft">{[task.recipient, task.number].filter(Boolean).join(' · ')}</p>
        </li>
      ))}
    </ul>
  );
}
