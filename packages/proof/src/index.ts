// SPDX-License-Identifier: Apache-2.0
export * from './cdxj.ts';
export * from './claim.ts';
export { crc32 } from './crc32.ts';
export * from './digest.ts';
export * from './format.ts';
export * from './http-message.ts';
export * from './read-wacz.ts';
export * from './verify-wacz.ts';
export * from './warc.ts';
export * from './zip.ts';
