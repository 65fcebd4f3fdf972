// SPDX-License-Identifier: Apache-2.0
import { type Static, Type } from 'typebox';
import { Bilingual, Id, IdParams, Instant, LocalDay, Nullable, PageOf, paging } from './common.ts';
import { OFFICERS } from './roles.ts';
import { contract } from './route.ts';
import { Agency } from './session.ts';

/**
 * What a desk is sorted by. Dates are legal days of the nearest running clock: `today` – due today; `week` – due within
 * the next seven days after today; `overdue` – past; `later` – after that or without a date; `waiting` – opened by one's
 * office, in another office's hands.
 */
export const DESK_BUCKETS = ['overdue', 'today', 'week', 'later', 'waiting'] as const;
export type DeskBucket = (typeof DESK_BUCKETS)[number];

/** `mine` – given to the caller, or to nobody in the caller's office; `office` – everything in the office's hands. */
export const DESK_WHOSE = ['mine', 'office'] as const;

/** One file as it lies on a desk, whatever its procedure. */
export const Task = Type.Object({
  id: Id,
  procedure: Type.String(),
  procedureTitle: Bilingual,
  number: Type.String(),
  title: Type.String(),
  line: Nullable(Type.String()),
  /** Page of the console. */
  href: Type.String(),
  state: Type.String(),
  stateTitle: Bilingual,
  owner: Nullable(Agency),
  holder: Nullable(Agency),
  assignee: Nullable(Type.Object({ id: Id, name: Type.String() })),
  clockTitle: Nullable(Bilingual),
  startedOn: Nullable(LocalDay),
  due: Nullable(LocalDay),
  /** Calendar days used and granted, e.g. day 13 of 15; null without a date. */
  day: Nullable(Type.Integer()),
  days: Nullable(Type.Integer()),
  used: Nullable(Type.Number()),
  overdue: Type.Boolean(),
  /** The step that the procedure expects next of somebody with the caller's roles. */
  next: Nullable(Bilingual),
  openedAt: Instant,
});
export type Task = Static<typeof Task>;

const Counts = Type.Object({
  overdue: Type.Integer(),
  today: Type.Integer(),
  week: Type.Integer(),
  later: Type.Integer(),
  waiting: Type.Integer(),
});

export const getDesk = contract({
  id: 'getDesk',
  method: 'GET',
  path: '/api/desk',
  summary: "How many files are due today, this week, overdue or with others: the caller's and the office's",
  access: OFFICERS,
  query: Type.Object({ whose: Type.Optional(Type.Enum(DESK_WHOSE)) }),
  response: Type.Object({ asOf: Instant, today: LocalDay, counts: Counts, mayAssign: Type.Boolean() }),
});

export const listTasks = contract({
  id: 'listTasks',
  method: 'GET',
  path: '/api/desk/tasks',
  summary: 'Files on the desk, nearest due date first, of every procedure',
  access: OFFICERS,
  query: Type.Object({
    whose: Type.Optional(Type.Enum(DESK_WHOSE)),
    bucket: Type.Optional(Type.Enum(DESK_BUCKETS)),
    procedure: Type.Optional(Type.String({ maxLength: 40 })),
    assignee: Type.Optional(Type.String({ maxLength: 40, description: 'id of a person, or `nobody`' })),
    ...paging,
  }),
  response: PageOf(Task),
});

export const getBoard = contract({
  id: 'getBoard',
  method: 'GET',
  path: '/api/desk/board',
  summary: "The office's board: open files by person and by state, and those of each office below",
  access: OFFICERS,
  response: Type.Object({
    asOf: Instant,
    people: Type.Array(
      Type.Object({
        person: Nullable(Type.Object({ id: Id, name: Type.String() })),
        open: Type.Integer(),
        overdue: Type.Integer(),
        week: Type.Integer(),
      }),
    ),
    states: Type.Array(
      Type.Object({
        procedure: Type.String(),
        procedureTitle: Bilingual,
        state: Type.String(),
        stateTitle: Bilingual,
        count: Type.Integer(),
      }),
    ),
    offices: Type.Array(Type.Object({ agency: Agency, open: Type.Integer(), overdue: Type.Integer() })),
  }),
});

export const listColleagues = contract({
  id: 'listColleagues',
  method: 'GET',
  path: '/api/desk/colleagues',
  summary: "Officers of the caller's own office, for handing a file over",
  access: OFFICERS,
  response: Type.Object({
    items: Type.Array(Type.Object({ id: Id, name: Type.String(), open: Type.Integer() })),
  }),
});

export const assignFile = contract({
  id: 'assignFile',
  method: 'POST',
  path: '/api/files/{id}/assignee',
  summary:
    'Give a file of the own office to a colleague, take it, or put it back; heads may move what others have',
  access: OFFICERS,
  params: IdParams,
  body: Type.Object({ personId: Nullable(Id), reason: Nullable(Type.String({ maxLength: 500 })) }),
  response: Task,
  errors: ['not_found', 'not_allowed', 'input_invalid'],
});

export const Reminder = Type.Object({
  id: Id,
  kind: Type.Enum(['assigned', 'due-soon', 'due-today', 'overdue'] as const),
  at: Instant,
  seenAt: Nullable(Instant),
  due: Nullable(LocalDay),
  number: Type.String(),
  title: Type.String(),
  href: Type.String(),
});
export type Reminder = Static<typeof Reminder>;

export const listReminders = contract({
  id: 'listReminders',
  method: 'GET',
  path: '/api/desk/reminders',
  summary: "The caller's reminders, newest first",
  access: OFFICERS,
  query: Type.Object({ ...paging }),
  response: Type.Object({
    items: Type.Array(Reminder),
    next: Nullable(Type.String()),
    unseen: Type.Integer(),
  }),
});

export const seeReminders = contract({
  id: 'seeReminders',
  method: 'POST',
  path: '/api/desk/reminders/seen',
  summary: 'Mark all reminders of the caller as seen',
  access: OFFICERS,
});

/** How somebody is reminded outside of the console. */
export const DeskSettings = Type.Object({
  /** Whether a calendar address exists; the address itself is shown once, when it is made. */
  calendarSince: Nullable(Instant),
  mail: Nullable(Type.String({ maxLength: 200 })),
  mailOn: Type.Boolean(),
  /** Whether this instance sends mail at all (YIWANG_SMTP_URL). */
  mailPossible: Type.Boolean(),
});
export type DeskSettings = Static<typeof DeskSettings>;

export const getDeskSettings = contract({
  id: 'getDeskSettings',
  method: 'GET',
  path: '/api/desk/settings',
  summary: "The caller's calendar and mail reminders",
  access: OFFICERS,
  response: DeskSettings,
});

export const changeDeskSettings = contract({
  id: 'changeDeskSettings',
  method: 'PUT',
  path: '/api/desk/settings',
  summary: 'Switch mail reminders on or off',
  access: OFFICERS,
  body: Type.Object({
    mail: Nullable(Type.String({ format: 'email', maxLength: 200 })),
    mailOn: Type.Boolean(),
  }),
  response: DeskSettings,
});

export const makeCalendar = contract({
  id: 'makeCalendar',
  method: 'POST',
  path: '/api/desk/calendar',
  summary: 'Make a private calendar address (RFC 5545); an older one stops working. Shown once',
  access: OFFICERS,
  status: 201,
  response: Type.Object({ address: Type.String() }),
});

export const revokeCalendar = contract({
  id: 'revokeCalendar',
  method: 'DELETE',
  path: '/api/desk/calendar',
  summary: 'Revoke the private calendar address',
  access: OFFICERS,
});

export const getCalendar = contract({
  id: 'getCalendar',
  method: 'GET',
  path: '/api/calendar/{token}',
  summary: 'Due dates of the files on one desk as an iCalendar; the token in the address is the key',
  access: 'public',
  params: Type.Object({ token: Type.String({ minLength: 1, maxLength: 80 }) }),
  media: 'binary',
  errors: ['not_found'],
});
