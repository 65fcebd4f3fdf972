// SPDX-License-Identifier: Apache-2.0

export * from './agencies.ts';
export * from './audit.ts';
export * from './candidates.ts';
export * from './common.ts';
export * from './coordination.ts';

export * from './credit.ts';

export * from './desk.ts';
export * from './documents.ts';
export * from './drafts.ts';
export * from './errors.ts';
export * from './evidence.ts';
export * from './export.ts';
export * from './filing.ts';
export * from './filings.ts';
export * from './hits.ts';
export * from './imports.ts';
export * from './indicators.ts';
export * from './law.ts';
export * from './leads.ts';
export * from './overview.ts';
export * from './patrols.ts';
export * from './people.ts';
export * from './plans.ts';
export * from './procedure.ts';
export * from './provider.ts';
export * from './registry.ts';
export * from './registry-acts.ts';
export * from './roles.ts';
export * from './route.ts';
export * from './routes.ts';
export * from './rules.ts';
export * from './search.ts';
export * from './second-factor.ts';
export * from './self-check.ts';
export * from './session.ts';
export * from './status.ts';
export * from './types.ts';
