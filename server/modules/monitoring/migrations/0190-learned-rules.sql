-- SPDX-License-Identifier: Apache-2.0
-- What verdicts have taught of a rule: its weight in risk, and from two hundred verdicts on a small model, whole and readable.
create table rule_learning (
  rule text primary key,
  right_count integer not null,
  judged integer not null,
  -- The latest verdict it was made from: no newer one, nothing to learn.
  last_verdict uuid not null,
  -- Weight in risk, 1 as expected of a new rule.
  weight real not null,
  -- RankModel of @yiwang/screening; null below enough verdicts.
  model jsonb,
  trained_at timestamptz not null
);
grant select, insert, update on rule_learning to yiwang_app;
