// SPDX-License-Identifier: Apache-2.0
import { choosePortalLocale, isPortalLocale, type PortalLocale } from '../messages/index.ts';
import type { PortalRequest } from './types.ts';

const LANGUAGE = 'yw_lang';
const TYPE = 'yw_type';

interface Visit {
  /** Path with query as asked for, e.g. `/shop?link=…&lang=en`. */
  url: string;
  cookie?: string | undefined;
  acceptLanguage?: string | undefined;
  demo: boolean;
}

const cookieValue = (header: string | undefined, name: string): string | null =>
  header
    ?.split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)?.[1] ?? null;

/**
 * Reads language and type size: `?lang=` and `?type=large|normal` win and are kept in a cookie (returned as
 * `setCookie`), so that both work without script. Whoever begins a filing or opens a receipt gets one more
 * each, set by the server.
 */
export function readRequest(visit: Visit): { request: PortalRequest; setCookie: string[] } {
  const url = new URL(visit.url, 'http://portal.invalid');
  const query = Object.fromEntries(url.searchParams);
  const setCookie: string[] = [];
  const keep = (name: string, value: string) =>
    setCookie.push(`${name}=${value}; Path=/; Max-Age=31536000; SameSite=Lax; HttpOnly`);
  const asked = query['lang'];
  if (isPortalLocale(asked)) keep(LANGUAGE, asked);
  const locale: PortalLocale = choosePortalLocale(
    isPortalLocale(asked) ? asked : cookieValue(visit.cookie, LANGUAGE),
    visit.acceptLanguage,
  );
  const type = query['type'];
  if (type === 'large' || type === 'normal') keep(TYPE, type);
  const large = type === 'large' || (type !== 'normal' && cookieValue(visit.cookie, TYPE) === 'large');
  return {
    request: {
      path: url.pathname,
      query,
      locale,
      large,
      demo: visit.demo,
      method: 'GET',
      form: {},
      receipt: null,
    },
    setCookie,
  };
}
