// SPDX-License-Identifier: Apache-2.0
export * from './address-guard.ts';
export * from './crawl.ts';
export * from './crawl-step.ts';
export * from './exchange.ts';
export * from './fetcher.ts';
export * from './frontier.ts';
export * from './limits.ts';
export type { Lookup } from './lookup.ts';
export * from './memory-frontier.ts';
export * from './politeness.ts';
export * from './read-sitemaps.ts';
export * from './robots-cache.ts';
export * from './robots-file.ts';
export * from './seal/seal-capture.ts';
export * from './sitemap.ts';
export * from './url.ts';
