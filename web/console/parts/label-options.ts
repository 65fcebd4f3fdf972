// SPDX-License-Identifier: Apache-2.0
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Every label of interfaces.md with its name, for filters. */
export function useLabelOptions(): { value: string; title: string }[] {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useMemo(() => {
    const bundle = i18n.getResourceBundle(language, 'translation') as { label: Record<string, string> };
    return Object.entries(bundle.label).map(([value, title]) => ({ value, title }));
  }, [i18n, language]);
}
