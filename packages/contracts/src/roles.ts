// SPDX-License-Identifier: Apache-2.0

/** The roles of the house (domain.md §1). A person may hold several; powers are data attached to roles. */
export const ROLES = [
  'intake_clerk',
  'mediator',
  'field_officer',
  'monitor_analyst',
  'case_reviewer',
  'authority_head',
  'supervisor',
  'counterpart',
  'platform_compliance',
  'merchant',
  'trainer',
  'administrator',
] as const;
export type Role = (typeof ROLES)[number];

/** Officers of a market-regulation authority: they may open the console. */
export const OFFICERS = [
  'intake_clerk',
  'mediator',
  'field_officer',
  'monitor_analyst',
  'case_reviewer',
  'authority_head',
  'supervisor',
  'trainer',
  'administrator',
] as const satisfies readonly Role[];

/** Those who judge hits and start patrols. */
export const MONITORS = [
  'monitor_analyst',
  'field_officer',
  'authority_head',
  'supervisor',
] as const satisfies readonly Role[];

/** Those who act on a lead. */
export const HANDLERS = [
  'field_officer',
  'authority_head',
  'monitor_analyst',
  'supervisor',
] as const satisfies readonly Role[];

export const LEVELS = ['nation', 'province', 'city', 'county', 'station'] as const;
export type Level = (typeof LEVELS)[number];
