// SPDX-License-Identifier: Apache-2.0

/** A web address in what somebody pasted (often with words around it); null where there is none. */
export function readLink(given: string | null | undefined): string | null {
  const text = (given ?? '').trim();
  if (text === '') return null;
  const found =
    /https?:\/\/[^\s"'<>，。、（）【】「」]+/iu.exec(text)?.[0] ?? (/\s/.test(text) ? null : text);
  if (found === null) return null;
  const href = /^[a-z][a-z0-9+.-]*:/i.test(found) && !/^[^/:]+:\d+/.test(found) ? found : `https://${found}`;
  const url = URL.canParse(href) ? new URL(href) : null;
  if (url === null || !/^https?:$/.test(url.protocol)) return null;
  if (!(url.hostname.includes('.') || url.port !== '')) return null;
  url.username = '';
  url.password = '';
  return url.href.slice(0, 2000);
}
