// SPDX-License-Identifier: Apache-2.0
// The short version of tests/prove/filing.prove.ts: a few seconds of filings, none lost, none doubled.
process.env['YIWANG_TEST_FILING_SECONDS'] ??= '3';
process.env['YIWANG_TEST_FILING_RATE'] ??= '15';
await import('../prove/filing.prove.ts');

export {};
