// SPDX-License-Identifier: Apache-2.0
import {
  basisOf,
  type CitedArticle,
  citedArticles,
  clockHistory,
  findClock,
  findDocument,
  findDuty,
  findInstrument,
  findViolation,
  type Instrument,
  inForce,
  instruments,
  type Language,
  parseDay,
  type Text,
} from '@yiwang/law';

/** What `law show` answers; `inForce` is null where no day was asked for, or where it is not known. */
export interface Shown {
  kind: 'instruments' | 'instrument' | 'clock' | 'duty' | 'violation' | 'document';
  on: string | null;
  inForce?: boolean | null;
  [member: string]: unknown;
}

const number = (article: string) => Number(/^\d+/.exec(article)?.[0] ?? 0);

function instrumentShown(one: Instrument, on: string | null): Shown {
  const articles = [...citedArticles(one.tag)].sort(
    (a, b) => number(a.article) - number(b.article) || (a.article < b.article ? -1 : 1),
  );
  return {
    kind: 'instrument',
    on,
    inForce: on === null ? null : inForce(one, parseDay(on, 'on')),
    ...one,
    articles,
  };
}

/** Finds what a name stands for; null where it stands for nothing. */
export function showLaw(name: string | undefined, on: string | null): Shown | null {
  const day = on === null ? null : parseDay(on, 'on');
  if (name === undefined)
    return {
      kind: 'instruments',
      on,
      instruments: instruments
        .filter((one) => day === null || inForce(one, day) !== false)
        .map(({ tag, title, from, to, certainty }) => ({
          tag,
          title,
          from: from ?? null,
          to: to ?? null,
          certainty,
        })),
    };
  const instrument = findInstrument(name);
  if (instrument) return instrumentShown(instrument, on);
  const clock = findClock(name);
  if (clock) {
    const versions = clockHistory(name)
      .filter(({ from, to }) => on === null || ((from ?? '') <= on && on <= (to ?? '9999')))
      .map(({ row, from, to }) => ({ ...row, from, to }));
    return {
      kind: 'clock',
      on,
      id: clock.spec.id,
      trigger: clock.spec.trigger,
      straddle: clock.spec.straddle,
      versions,
    };
  }
  const withForce = (basis: readonly string[]) =>
    basis.map((text) => {
      const [tag = '', article = ''] = text.replace(/:[ABMD]$/, '').split(' ');
      return on === null
        ? { citation: text }
        : { citation: text, inForce: basisOf(tag, article, on).inForce };
    });
  const duty = findDuty(name.toUpperCase());
  if (duty) return { kind: 'duty', on, ...duty, cited: withForce([...duty.basis, ...duty.penaltyBasis]) };
  const violation = findViolation(name);
  if (violation)
    return {
      kind: 'violation',
      on,
      ...violation,
      cited: withForce([...violation.basis, ...violation.penaltyBasis, ...violation.crime]),
    };
  const document = findDocument(name);
  return document ? { kind: 'document', on, ...document } : null;
}

function inWords(value: unknown, lang: Language, indent: string): string {
  if (value === null || value === undefined) return '–';
  if (Array.isArray(value)) {
    if (value.length === 0) return '–';
    if (value.every((one) => typeof one !== 'object' || one === null)) return value.join(', ');
    return value.map((one) => `\n${indent}- ${inWords(one, lang, `${indent}  `)}`).join('');
  }
  if (typeof value !== 'object') return String(value);
  const record = value as Record<string, unknown>;
  if (typeof record['zh'] === 'string' && typeof record['en'] === 'string') return (value as Text)[lang];
  if ('article' in record && 'by' in record) {
    const cited = value as CitedArticle;
    return `${cited.article || '*'} (${cited.certainty}): ${cited.by.map((one) => `${one.kind} ${one.id}`).join(', ')}`;
  }
  return Object.entries(record)
    .map(([key, one]) => `${key}: ${inWords(one, lang, `${indent}  `)}`)
    .join('; ');
}

/** The answer in words. */
export function printShown(shown: Shown, lang: Language): string {
  if (shown.kind === 'instruments')
    return (
      shown['instruments'] as {
        tag: string;
        title: Text;
        from: string | null;
        to: string | null;
        certainty: string;
      }[]
    )
      .map(
        (one) =>
          `${one.tag.padEnd(8)} ${one.from ?? '?'} → ${one.to ?? '–'}  ${one.certainty}  ${one.title[lang]}`,
      )
      .join('\n');
  return Object.entries(shown)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([key, value]) => `${key}: ${inWords(value, lang, '  ')}`)
    .join('\n');
}
