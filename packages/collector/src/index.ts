// SPDX-License-Identifier: Apache-2.0
export * from './address-guard.ts';
export * from './exchange.ts';
export * from './fetcher.ts';
export * from './limits.ts';
export type { Lookup } from './lookup.ts';
