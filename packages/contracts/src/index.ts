// SPDX-License-Identifier: Apache-2.0
export * from './audit.ts';
export * from './common.ts';
export * from './errors.ts';
export * from './evidence.ts';
export * from './hits.ts';
export * from './leads.ts';
export * from './overview.ts';
export * from './patrols.ts';
export * from './people.ts';
export * from './procedure.ts';
export * from './registry.ts';
export * from './roles.ts';
export * from './route.ts';
export * from './routes.ts';
export * from './rules.ts';
export * from './session.ts';
export * from './types.ts';
