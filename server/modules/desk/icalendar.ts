// SPDX-License-Identifier: Apache-2.0

/** One all-day entry. `day` is a legal day. */
export interface CalendarEntry {
  uid: string;
  day: string;
  summary: string;
  description: string;
  url: string | null;
  /** When the entry was last worked out. */
  stamp: Date;
}

/** RFC 5545 §3.3.11: backslash, semicolon, comma and line ends in a text. */
const escapeText = (text: string): string =>
  text
    .replace(/\\/g, '\\\\')
    .replace(/[;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\n|\r/g, '\\n');

/** RFC 5545 §3.1: lines of at most 75 octets; a character is never cut. */
export function foldLine(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    // The space that begins a continued line counts.
    if (octets + size > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      octets = 0;
    }
    part += character;
    octets += size;
  }
  parts.push(part);
  return parts.join('\r\n ');
}

const compact = (day: string): string => day.replaceAll('-', '');
const instant = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '');
const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** An iCalendar stream (RFC 5545) of all-day entries, each with a reminder at nine in the morning of the day before. */
export function writeCalendar(name: string, entries: readonly CalendarEntry[]): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yiwang//Desk//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    // RFC 7986 §5.7: how often to ask again.
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries.flatMap(entryLines),
    'END:VCALENDAR',
  ];
  return `${lines.map(foldLine).join('\r\n')}\r\n`;
}

const entryLines = (entry: CalendarEntry): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${instant(entry.stamp)}`,
  `DTSTART;VALUE=DATE:${compact(entry.day)}`,
  `DTEND;VALUE=DATE:${compact(dayAfter(entry.day))}`,
  `SUMMARY:${escapeText(entry.summary)}`,
  `DESCRIPTION:${escapeText(entry.description)}`,
  ...(entry.url === null ? [] : [`URL:${entry.url}`]),
  'TRANSP:TRANSPARENT',
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escapeText(entry.summary)}`,
  'TRIGGER:-PT15H',
  'END:VALARM',
  'END:VEVENT',
];
