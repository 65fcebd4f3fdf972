// SPDX-License-Identifier: Apache-2.0
import { messages, PORTAL_LOCALES } from '../messages/index.ts';
import { type Html, html } from './html.ts';
import type { PortalAnswer, PortalRequest } from './types.ts';

const NAMES = { 'zh-CN': '简体', 'zh-Hant': '繁體', en: 'English' } as const;

interface Page {
  title: string;
  body: Html;
  status?: number;
}

/** This address with one choice changed: the page stays, only language or type size moves. */
function address(request: PortalRequest, change: Record<string, string>): string {
  const kept = Object.entries(request.query).filter(([key]) => key !== 'lang' && key !== 'type');
  return `${request.path}?${new URLSearchParams([...kept, ...Object.entries(change)])}`;
}

/** The whole document: one column, works without script, reads aloud in order. */
export function layout(request: PortalRequest, { title, body, status = 200 }: Page): PortalAnswer {
  const text = messages[request.locale].portal;
  const { filing } = messages[request.locale];
  const document = html`<!doctype html>
<html lang="${request.locale}"${request.large ? html` class="large"` : null}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<title>${title === text.homeTitle ? text.siteName : `${title} · ${text.siteName}`}</title>
<link rel="stylesheet" href="/portal.css">
<link rel="icon" href="/portal.svg" type="image/svg+xml">
</head>
<body>
<a class="skip" href="#main">${text.skip}</a>
${request.demo && html`<p class="demo" role="note">${text.demo}</p>`}
<header>
<a class="mark" href="/"><img src="/portal.svg" alt="" width="32" height="32">${text.siteName}</a>
<nav aria-label="${text.language}">
<a href="${address(request, { type: request.large ? 'normal' : 'large' })}" rel="nofollow">${request.large ? text.normalType : text.largeType}</a>
${PORTAL_LOCALES.filter((one) => one !== request.locale).map(
  (one) =>
    html`<a href="${address(request, { lang: one })}" lang="${one}" hreflang="${one}" rel="nofollow">${NAMES[one]}</a>`,
)}
</nav>
</header>
<main id="main" tabindex="-1">
${body}
</main>
<footer>
<p>${text.footer}</p>
<p><a href="/guide">${filing.guideTitle}</a> · <a href="/accessibility">${filing.accessTitle}</a> · <a href="/console/">${text.staff}</a></p>
</footer>
</body>
</html>
`;
  return { status, html: document.toString() };
}
