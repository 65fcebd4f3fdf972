// SPDX-License-Identifier: Apache-2.0
import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { chooseLocale, isLocale, type Locale } from '../../messages/locale.ts';
import { recall, remember } from './remembered.ts';

const loaders: Record<Locale, () => Promise<object>> = {
  'zh-CN': async () => (await import('../../messages/zh-CN/index.ts')).zhCN,
  en: async () => (await import('../../messages/en/index.ts')).en,
};

async function load(locale: Locale): Promise<void> {
  if (!i18next.hasResourceBundle(locale, 'translation'))
    i18next.addResourceBundle(locale, 'translation', await loaders[locale]());
  document.documentElement.lang = locale;
}

/** Starts the texts in the language that was chosen last, else the browser's. */
export async function startTexts(): Promise<void> {
  const asked = new URLSearchParams(location.search).get('lang');
  const locale = chooseLocale(isLocale(asked) ? asked : recall('language'), navigator.languages.join(','));
  await i18next.use(initReactI18next).init({
    lng: locale,
    fallbackLng: false,
    nsSeparator: false,
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await load(locale);
  await i18next.changeLanguage(locale);
}

export async function changeLocale(locale: Locale): Promise<void> {
  await load(locale);
  remember('language', locale);
  await i18next.changeLanguage(locale);
}
