// SPDX-License-Identifier: Apache-2.0
export * from './canonical-json.ts';
export * from './clock.ts';
export * from './error.ts';
export * from './icp.ts';
export * from './id.ts';
export * from './resident-id.ts';
export * from './result.ts';
export * from './uscc.ts';
