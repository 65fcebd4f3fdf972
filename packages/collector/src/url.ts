// SPDX-License-Identifier: Apache-2.0

/** Parameters that change the visitor's session or the advertiser's statistics, never the page. */
const SESSION =
  /^(?:utm_\w+|spm|scm|gclid|fbclid|msclkid|yclid|_ga|_gl|phpsessid|jsessionid|aspsessionid\w*|asp\.net_sessionid|sessionid|session_id|sid|osCsid|zenid|cfid|cftoken|PHPSESSID)$/i;
/** What is never a page: fetched only where a rendering or a picture check asks for it. */
const NOT_A_PAGE =
  /\.(?:avif|bmp|gif|ico|jpe?g|png|svg|tiff?|webp|css|js|mjs|map|json|woff2?|ttf|otf|eot|mp[34]|m4[av]|avi|mov|wmv|flv|webm|ogg|wav|zip|rar|7z|gz|tgz|bz2|xz|exe|msi|dmg|apk|ipa|iso|pdf|docx?|xlsx?|pptx?)$/i;

export const MAX_URL_LENGTH = 2000;

/**
 * The address as we fetch it: absolute, http(s), without fragment, credentials, `;jsessionid`, default port and
 * session or tracking parameters; everything else untouched. Null when there is nothing to fetch.
 */
export function normaliseUrl(link: string, base?: string): string | null {
  const url = link.length > MAX_URL_LENGTH * 2 ? null : URL.parse(link, base);
  if (url === null) return null;
  if ((url.protocol !== 'http:' && url.protocol !== 'https:') || url.hostname === '') return null;
  url.hash = '';
  url.username = '';
  url.password = '';
  if (url.pathname.includes(';')) url.pathname = url.pathname.replace(/;(?:jsessionid|sid)=[^/;]*/gi, '');
  if (url.href.includes('?')) url.search = withoutSession(url.search);
  return url.href.length > MAX_URL_LENGTH ? null : url.href;
}

// Works on the text: `URLSearchParams` would rewrite the encoding (GBK queries!) of what it keeps.
function withoutSession(search: string): string {
  const kept = search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !SESSION.test(pair.split('=', 1)[0]!))
    .join('&');
  // With its question mark: the setter would take the first one of `??` for it.
  return kept === '' ? '' : `?${kept}`;
}

/**
 * The key under which two addresses count as one page: host in lower case without `www.`, scheme ignored, parameters
 * sorted, percent-encoding in one form, one slash, no empty query. Only for telling duplicates, never for fetching.
 */
export function urlKey(href: string): string {
  const url = new URL(href);
  const path = url.pathname
    .replace(/\/{2,}/g, '/')
    .replace(/\/(?:index|default)\.(?:html?|php|aspx?|jsp)$/i, '/')
    .replace(/%([0-9a-f]{2})/gi, (whole, hex: string) => {
      const char = String.fromCharCode(Number.parseInt(hex, 16));
      return /[A-Za-z0-9\-._~]/.test(char) ? char : whole.toUpperCase();
    });
  const query = url.search.slice(1).split('&').filter(Boolean).sort().join('&');
  return `${url.host.replace(/^www\./, '')}${path}${query === '' ? '' : `?${query}`}`;
}

/** Whether an address may be a page at all, by its ending. */
export const maybePage = (href: string): boolean => !NOT_A_PAGE.test(new URL(href).pathname);

/** Which addresses belong to the visit. */
export type Scope = (href: string) => boolean;

/** The hosts of the seeds, with and without `www.`; the port counts. */
export function siteScope(seeds: readonly string[]): Scope {
  const hosts = new Set(seeds.map((seed) => new URL(seed).host.replace(/^www\./, '')));
  return (href) => hosts.has(new URL(href).host.replace(/^www\./, ''));
}
