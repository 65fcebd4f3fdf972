// SPDX-License-Identifier: Apache-2.0
import { theme as antd, type ThemeConfig } from 'antd';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import { recall, remember } from './remembered.ts';

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

const darkWish = matchMedia('(prefers-color-scheme: dark)');
const still = matchMedia('(prefers-reduced-motion: reduce)');

/** The tokens of look.md for antd; style/tokens.css holds the same for our own parts. */
const tokens = (dark: boolean): ThemeConfig => ({
  algorithm: dark ? [antd.darkAlgorithm, antd.compactAlgorithm] : [antd.compactAlgorithm],
  token: {
    colorPrimary: dark ? '#3f82d6' : '#0b4f9e',
    colorLink: dark ? '#8bbcf7' : '#0b4f9e',
    colorTextBase: dark ? '#e6ebf1' : '#1b2430',
    colorBgBase: dark ? '#12171e' : '#ffffff',
    colorBorder: dark ? '#46515f' : '#b9c1cc',
    colorTextPlaceholder: dark ? '#98a3b1' : '#667180',
    colorError: dark ? '#ff8f87' : '#b3261e',
    colorSuccess: dark ? '#6fcf97' : '#1e7b4c',
    colorWarning: dark ? '#f0b45a' : '#b06a00',
    borderRadius: 4,
    borderRadiusLG: 4,
    fontFamily: 'var(--font)',
    // The compact algorithm takes two off: 13 on the screen.
    fontSize: 15,
    controlHeight: 34,
    motion: !still.matches,
    motionDurationSlow: '0.14s',
    motionDurationMid: '0.1s',
  },
  components: { Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' } },
});

const Choice = createContext<{ theme: Theme; choose(theme: Theme): void }>({ theme: 'system', choose() {} });
export const useTheme = () => use(Choice);

/** Light, dark or as the system says; our own styles follow `data-theme`. */
export function ThemeProvider({ children }: { children: (config: ThemeConfig) => ReactNode }) {
  const [theme, setTheme] = useState<Theme>(() => THEMES.find((t) => t === recall('theme')) ?? 'system');
  const [wish, setWish] = useState(darkWish.matches);
  useEffect(() => {
    const follow = () => setWish(darkWish.matches);
    darkWish.addEventListener('change', follow);
    return () => darkWish.removeEventListener('change', follow);
  }, []);
  const dark = theme === 'dark' || (theme === 'system' && wish);
  useEffect(() => {
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light';
  }, [dark]);
  const choose = useCallback((next: Theme) => {
    remember('theme', next);
    setTheme(next);
  }, []);
  const config = useMemo(() => tokens(dark), [dark]);
  const value = useMemo(() => ({ theme, choose }), [theme, choose]);
  return <Choice value={value}>{children(config)}</Choice>;
}
