// SPDX-License-Identifier: Apache-2.0
import * as contracts from '@yiwang/contracts';
import { legalDay } from '@yiwang/kernel';
import { sql } from 'kysely';
import type { FileKind } from '../../platform/files/index.ts';
import { type Route, route } from '../../platform/http/route.ts';
import { sendBytes } from '../../platform/http/sent.ts';
import { assignFile, mayAssign } from './assign-file.ts';
import { countBuckets } from './buckets.ts';
import { makeCalendar, readCalendar, revokeCalendar } from './calendar.ts';
import { exportTasks } from './export-tasks.ts';
import { getBoard } from './get-board.ts';
import { listColleagues } from './list-colleagues.ts';
import { listTasks } from './list-tasks.ts';
import { listReminders, seeReminders } from './reminders.ts';
import { changeSettings, readDeskSettings } from './settings.ts';
import { selectTasks, viewTasks } from './task-view.ts';

export const deskRoutes = (kinds: readonly FileKind[]): readonly Route[] => [
  route(contracts.getDesk, ({ app, actor, query, transact }) =>
    transact(async (tx) => {
      const now = app.clock.now();
      return {
        asOf: new Date(now).toISOString(),
        today: legalDay(now),
        counts: await countBuckets(tx, actor, query.whose ?? 'mine', now),
        mayAssign: mayAssign(actor),
      };
    }),
  ),
  route(contracts.listTasks, ({ app, actor, query, transact }) =>
    transact((tx) => listTasks(tx, actor, kinds, query, app.clock.now())),
  ),
  exportTasks(kinds),
  route(contracts.getBoard, ({ app, actor, transact }) =>
    transact((tx) => getBoard(tx, actor, app.clock.now())),
  ),
  route(contracts.listColleagues, ({ actor, transact }) => transact((tx) => listColleagues(tx, actor))),
  route(contracts.assignFile, ({ app, actor, params, body, transact }) =>
    transact(async (tx) => {
      await assignFile(tx, app.clock, actor, { fileId: params.id, ...body });
      const rows = await selectTasks(tx, sql`where t.file_id = ${params.id}`);
      return (await viewTasks(tx, actor, kinds, rows, app.clock.now()))[0]!;
    }),
  ),
  route(contracts.listReminders, ({ actor, query, transact }) =>
    transact((tx) => listReminders(tx, actor, kinds, query)),
  ),
  route(contracts.seeReminders, ({ app, actor, transact }) =>
    transact(async (tx) => void (await seeReminders(tx, app.clock, actor))),
  ),
  route(contracts.getDeskSettings, ({ app, actor, transact }) =>
    transact((tx) => readDeskSettings(tx, app, actor)),
  ),
  route(contracts.changeDeskSettings, ({ app, actor, body, transact }) =>
    transact(async (tx) => {
      await changeSettings(tx, app.clock, actor, body);
      return readDeskSettings(tx, app, actor);
    }),
  ),
  route(contracts.makeCalendar, async ({ app, actor, request, transact }) => {
    const token = await transact((tx) => makeCalendar(tx, app.clock, actor));
    const base = app.settings.publicUrl ?? `${request.protocol}://${request.host}`;
    return { address: new URL(`/api/calendar/${token}.ics`, base).href };
  }),
  route(contracts.revokeCalendar, ({ app, actor, transact }) =>
    transact(async (tx) => void (await revokeCalendar(tx, app.clock, actor))),
  ),
  route(contracts.getCalendar, async ({ app, params, locale, reply }) => {
    const text = await readCalendar(app, kinds, params.token.replace(/\.ics$/, ''), locale);
    return sendBytes(reply, Buffer.from(text), { type: 'text/calendar; charset=utf-8' });
  }),
];
