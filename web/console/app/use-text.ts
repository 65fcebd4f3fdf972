// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale, Messages } from '../../messages/index.ts';

type Room = keyof Messages & string;
/** `room.key` of every message there is: a missing one does not compile. */
export type MessageKey = { [R in Room]: `${R}.${keyof Messages[R] & string}` }[Room];

export interface Text {
  locale: Locale;
  t(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  /** The word for a code that came from the API; a code without a word is shown as it is, never hidden. */
  word(room: Room, code: string): string;
  /** A text that the API gives in both languages. */
  both(text: { zh: string; en: string }): string;
}

/** Texts in the reader's language. */
export function useText(): Text {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const locale = i18n.language as Locale;
    return {
      locale,
      t: (key, values) => t(key, values ?? {}) as string,
      word: (room, code) =>
        (
          i18n.getResourceBundle(locale, 'translation') as Record<string, Record<string, string>> | undefined
        )?.[room]?.[code] ?? code,
      both: (text) => (locale === 'en' ? text.en || text.zh : text.zh || text.en),
    };
  }, [t, i18n, i18n.language]);
}
