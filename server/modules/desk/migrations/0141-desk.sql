-- SPDX-License-Identifier: Apache-2.0
-- What reminds an officer of the files on the desk: in the console, by calendar, by mail.

create table reminders (
  reminder_id uuid primary key,
  person_id uuid not null references people,
  file_id uuid not null references files on delete cascade,
  kind text not null check (kind in ('assigned', 'due-soon', 'due-today', 'overdue')),
  -- The date that it is about: another date is another reminder, the same one is never given twice.
  due date,
  at timestamptz not null,
  seen_at timestamptz,
  mailed_at timestamptz
);
create unique index reminders_once on reminders (person_id, file_id, kind, due) nulls not distinct;
create index reminders_of_person on reminders (person_id, at desc);
create index reminders_unseen on reminders (person_id) where seen_at is null;
create index reminders_to_mail on reminders (person_id) where mailed_at is null;
alter table reminders enable row level security;
-- One's own; the house writes and mails them.
create policy reminders_own on reminders for select using (person_id = acting_person() or acting_kind() = 'system');
create policy reminders_write on reminders for insert with check (
  acting_kind() = 'system' or may_write_file(file_id));
create policy reminders_mark on reminders for update using (person_id = acting_person() or acting_kind() = 'system');
grant select, insert on reminders to yiwang_app;
grant update (seen_at, mailed_at) on reminders to yiwang_app;

create table desk_settings (
  person_id uuid primary key references people,
  -- Only a digest of the calendar address is kept: who reads the table cannot read the calendar.
  calendar_digest bytea unique,
  calendar_since timestamptz,
  mail text,
  mail_on boolean not null default false
);
alter table desk_settings enable row level security;
create policy desk_settings_own on desk_settings using (person_id = acting_person() or acting_kind() = 'system')
  with check (person_id = acting_person() or acting_kind() = 'system');
grant select, insert, update on desk_settings to yiwang_app;
