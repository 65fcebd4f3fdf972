// SPDX-License-Identifier: Apache-2.0

/** Languages of the interface. zh-CN is the source, en is complete; `messages.test.ts` holds them together. */
export const LOCALES = ['zh-CN', 'en'] as const;
export type Locale = (typeof LOCALES)[number];

/** The portal also speaks traditional characters, written from the Chinese source. */
export const PORTAL_LOCALES = ['zh-CN', 'zh-Hant', 'en'] as const;
export type PortalLocale = (typeof PORTAL_LOCALES)[number];
export const isPortalLocale = (value: unknown): value is PortalLocale =>
  PORTAL_LOCALES.some((locale) => locale === value);

/** As `chooseLocale`, for the portal: zh-TW, zh-HK, zh-MO and zh-Hant get traditional characters. */
export function choosePortalLocale(
  chosen: string | null | undefined,
  acceptLanguage?: string | null,
): PortalLocale {
  if (isPortalLocale(chosen)) return chosen;
  const locale = chooseLocale(null, acceptLanguage);
  return locale === 'zh-CN' && /^\s*zh-(?:hant|tw|hk|mo)\b/i.test(acceptLanguage ?? '') ? 'zh-Hant' : locale;
}

export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

/** The language for a reader: an explicit choice first, then what the browser asks for, else Chinese. */
export function chooseLocale(chosen: string | null | undefined, acceptLanguage?: string | null): Locale {
  if (isLocale(chosen)) return chosen;
  const wishes = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().split(';');
      const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
      return { tag: tag.toLowerCase(), q: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter((wish) => wish.q > 0)
    .sort((a, b) => b.q - a.q);
  for (const { tag } of wishes) {
    if (tag === 'zh' || tag.startsWith('zh-')) return 'zh-CN';
    if (tag === 'en' || tag.startsWith('en-')) return 'en';
  }
  return 'zh-CN';
}
