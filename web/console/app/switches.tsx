// SPDX-License-Identifier: Apache-2.0
import type { Locale } from '../../messages/locale.ts';
import { Choice } from '../parts/choice.tsx';
import { changeLocale } from './i18n.ts';
import { THEMES, type Theme, useTheme } from './theme.tsx';
import { type MessageKey, useText } from './use-text.ts';

const THEME_WORDS: Record<Theme, MessageKey> = {
  system: 'app.themeSystem',
  light: 'app.themeLight',
  dark: 'app.themeDark',
};

/** Language and theme; both stay in this browser. */
export function Switches({ hideLabels = false }: { hideLabels?: boolean }) {
  const { t, locale } = useText();
  const { theme, choose } = useTheme();
  return (
    <>
      <Choice
        label={t('app.language')}
        hideLabel={hideLabels}
        value={locale}
        onChange={(value) => void changeLocale(value as Locale)}
        options={[
          { value: 'zh-CN', title: '中文' },
          { value: 'en', title: 'English' },
        ]}
      />
      <Choice
        label={t('app.theme')}
        hideLabel={hideLabels}
        value={theme}
        onChange={(value) => choose(value as Theme)}
        options={THEMES.map((value) => ({ value, title: t(THEME_WORDS[value]) }))}
      />
    </>
  );
}
