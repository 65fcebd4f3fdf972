// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { foldLine, writeCalendar } from './icalendar.ts';

test('no folded line is longer than 75 octets, and unfolding gives the line back (RFC 5545 §3.1)', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
      const line = text.replace(/[\r\n]/g, '');
      const folded = foldLine(line);
      for (const part of folded.split('\r\n')) assert.ok(Buffer.byteLength(part) <= 75);
      assert.equal(folded.replace(/\r\n /g, ''), line);
    }),
    { seed: 5545 },
  );
});

test('signs that part a line are escaped (RFC 5545 §3.3.11)', () => {
  const text = writeCalendar('甲', [
    {
      uid: '1@yiwang',
      day: '2026-12-31',
      summary: '到期; a,b\\c',
      description: '一\n二',
      url: null,
      stamp: new Date('2026-03-02T02:00:00.000Z'),
    },
  ]);
  assert.match(text, /SUMMARY:到期\\; a\\,b\\\\c\r\n/);
  assert.match(text, /DESCRIPTION:一\\n二\r\n/);
  assert.match(text, /DTSTAMP:20260302T020000Z\r\n/);
  assert.match(text, /DTEND;VALUE=DATE:20270101\r\n/);
});
