-- SPDX-License-Identifier: Apache-2.0
-- Offices that close keep their files; departments stand beside a level and have no scope over authorities' files.
alter table agencies add column closed_at timestamptz;
alter table agencies add column attached_to uuid references agencies;
grant update (closed_at) on agencies to yiwang_app;

-- Internal units (内设机构): who works where inside of an office. They carry no scope of their own.
create table units (
  unit_id uuid primary key,
  agency_id uuid not null references agencies,
  name text not null,
  duty text not null check (duty in ('intake', 'monitoring', 'enforcement', 'review', 'general')),
  created_at timestamptz not null,
  closed_at timestamptz
);
create unique index units_name on units (agency_id, name) where closed_at is null;
grant select, insert on units to yiwang_app;
grant update (name, duty, closed_at) on units to yiwang_app;
alter table people add column unit_id uuid references units;

-- Absence with a deputy of the same office, who holds the roles of the absent from the first to the last day.
create table absences (
  absence_id uuid primary key,
  person_id uuid not null references people,
  from_day date not null,
  to_day date not null check (to_day >= from_day),
  deputy_id uuid references people check (deputy_id <> person_id),
  reason text not null,
  made_at timestamptz not null,
  ended_at timestamptz
);
create index absences_person on absences (person_id, from_day);
create index absences_deputy on absences (deputy_id, from_day) where ended_at is null;
grant select, insert on absences to yiwang_app;
grant update (ended_at) on absences to yiwang_app;
