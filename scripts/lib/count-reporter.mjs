// SPDX-License-Identifier: Apache-2.0
/** A reporter of node:test that writes one JSON line of totals, so that several runs can be added up. */
export default async function* count(source) {
  const totals = { passed: 0, failed: 0, skipped: 0 };
  for await (const event of source) {
    if (event.type !== 'test:summary' || event.data.file !== undefined) continue;
    totals.passed = event.data.counts.passed;
    totals.failed = event.data.counts.failed + event.data.counts.cancelled;
    totals.skipped = event.data.counts.skipped + event.data.counts.todo;
  }
  yield JSON.stringify(totals);
}
