// SPDX-License-Identifier: Apache-2.0
import { useText } from '../app/use-text.ts';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });
const minute = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'short',
});
const second = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** An instant in Beijing time as `2026-11-24 11:05`. */
export const minuteOf = (instant: string): string => minute.format(new Date(instant));
export const dayOf = (instant: string): string => day.format(new Date(instant));
export const secondOf = (instant: string): string => second.format(new Date(instant));

interface WhenProps {
  at: string | null;
  /** `ago`: how long since, with the instant behind it. */
  as?: 'minute' | 'day' | 'second' | 'ago';
}

export function When({ at, as = 'minute' }: WhenProps) {
  const { t, locale } = useText();
  if (at === null) return <span className="soft">{t('app.none')}</span>;
  const words =
    as === 'ago' ? ago(at, locale) : as === 'day' ? dayOf(at) : as === 'second' ? secondOf(at) : minuteOf(at);
  return (
    <time dateTime={at} title={t('app.beijing', { time: secondOf(at) })} className="nowrap">
      {words}
    </time>
  );
}

function ago(at: string, locale: string): string {
  const minutes = Math.round((Date.parse(at) - Date.now()) / 60_000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'short' });
  if (Math.abs(minutes) < 60) return words.format(minutes, 'minute');
  if (Math.abs(minutes) < 60 * 24) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 60 / 24), 'day');
}
