// SPDX-License-Identifier: Apache-2.0
import type { Task } from '@yiwang/contracts';
import { type LocalDate, legalDay, startOfLegalDay } from '@yiwang/kernel';
import { type Machine, machineOf } from '@yiwang/procedures';
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { type FileKind, pageOf } from '../../platform/files/index.ts';
import { agenciesByPath } from '../access/index.ts';

export interface TaskRow {
  file_id: string;
  procedure: string;
  machine_version: number;
  number: string;
  title: string;
  line: string | null;
  owner_path: string;
  holder_path: string;
  assignee_id: string | null;
  assignee_name: string | null;
  state: string;
  opened_at: Date;
  clock: string | null;
  started_on: LocalDate | null;
  due: LocalDate | null;
}

const DAY_MS = 86_400_000;

/** Open files as they lie on desks; `rest` is everything from `where` on, with `t` for the row. */
export async function selectTasks(tx: Tx, rest: RawBuilder<unknown>): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select t.file_id, t.procedure, t.machine_version, t.number, t.title, t.line, t.owner_path, t.holder_path,
      t.assignee_id, p.name as assignee_name, t.state, t.opened_at, t.clock, t.started_on::text as started_on,
      t.due::text as due
    from file_tasks t left join people p on p.person_id = t.assignee_id ${rest}`.execute(tx);
  return rows;
}

/** The step that the procedure expects next: the first open to these roles in this state that moves the file on. */
function nextStep(machine: Machine, state: string, roles: readonly string[]): Task['next'] {
  const step = machine.actions.find(
    (action) =>
      action.from.includes(state) &&
      action.to !== null &&
      action.to !== state &&
      action.roles.some((role) => roles.includes(role)),
  );
  return step?.title ?? null;
}

const daysFrom = (from: LocalDate, to: LocalDate): number =>
  Math.round((startOfLegalDay(to) - startOfLegalDay(from)) / DAY_MS);

function clockMembers(row: TaskRow, now: number): Pick<Task, 'day' | 'days' | 'used' | 'overdue'> {
  if (row.due === null || row.started_on === null)
    return { day: null, days: null, used: null, overdue: false };
  const today = legalDay(now);
  const days = daysFrom(row.started_on, row.due);
  const [from, to] = [startOfLegalDay(row.started_on), startOfLegalDay(row.due) + DAY_MS];
  return {
    day: daysFrom(row.started_on, today),
    days,
    used: Math.max(0, Math.round(((now - from) / (to - from)) * 1000) / 1000),
    overdue: row.due < today,
  };
}

export async function viewTasks(
  tx: Tx,
  actor: Actor,
  kinds: readonly FileKind[],
  rows: readonly TaskRow[],
  now: number,
): Promise<Task[]> {
  const agencies = await agenciesByPath(
    tx,
    rows.flatMap((row) => [row.owner_path, row.holder_path]),
  );
  return rows.map((row) => {
    const machine = machineOf(row.procedure, row.machine_version);
    return {
      id: row.file_id,
      procedure: row.procedure,
      procedureTitle: machine.title,
      number: row.number,
      title: row.title === '' ? row.number : row.title,
      line: row.line,
      href: pageOf(kinds, row.procedure, row.file_id),
      state: row.state,
      stateTitle: machine.states[row.state]?.title ?? { zh: row.state, en: row.state },
      owner: agencies.get(row.owner_path) ?? null,
      holder: agencies.get(row.holder_path) ?? null,
      assignee:
        row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? row.assignee_id },
      clockTitle: machine.clocks.find((clock) => clock.id === row.clock)?.title ?? null,
      startedOn: row.started_on,
      due: row.due,
      ...clockMembers(row, now),
      next: nextStep(machine, row.state, actor.roles),
      openedAt: row.opened_at.toISOString(),
    };
  });
}
