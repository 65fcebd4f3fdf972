-- SPDX-License-Identifier: Apache-2.0
-- Time-based one-time passwords (RFC 6238) beside the password. Only a confirmed one is asked for at sign-in.
create table second_factors (
  person_id uuid primary key references people,
  -- sealed by platform/sealing: a copy of the database makes no codes
  secret bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  -- the last time step that was used: a code overheard once is worth nothing (RFC 6238 §5.2)
  last_step bigint not null default 0,
  -- digests of the codes for a lost telephone; a used one is taken out
  recovery bytea[] not null default '{}'
);
grant select, insert, update, delete on second_factors to yiwang_app;

-- Who a provider of sign-in (OpenID Connect) says a person is: its issuer and its lasting subject, never a name.
create table external_identities (
  issuer text not null,
  subject text not null,
  person_id uuid not null references people,
  linked_at timestamptz not null,
  primary key (issuer, subject)
);
create index external_identities_person on external_identities (person_id);
grant select, insert, delete on external_identities to yiwang_app;

-- A sign-in on its way to the provider and back: one use, ten minutes.
create table provider_sign_ins (
  state_digest bytea primary key,
  -- sealed: PKCE verifier and nonce
  secrets bytea not null,
  target text not null,
  created_at timestamptz not null
);
grant select, insert, delete on provider_sign_ins to yiwang_app;
