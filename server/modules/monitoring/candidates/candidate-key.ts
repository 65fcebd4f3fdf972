// SPDX-License-Identifier: Apache-2.0
import { isIP } from 'node:net';
import { normaliseUrl } from '@yiwang/collector';
import { registrable } from '@yiwang/screening';

/**
 * Registrable domains that are nobody's shop: what every page links to. Kept short on purpose: an officer's "wrong link"
 * does the rest.
 */
const NEVER =
  /(?:^|\.)(?:gov\.cn|edu\.cn|ac\.cn|mil\.cn|w3\.org|schema\.org|ietf\.org|wikipedia\.org|creativecommons\.org|archive\.org|mozilla\.org|gnu\.org|github\.com|googleapis\.com|gstatic\.com|cloudflare\.com|jsdelivr\.net|unpkg\.com)$/;
/** Servers that deliver parts of pages. */
const PARTS =
  /^(?:cdn|static|img|image|images|assets|js|css|font|fonts|api|stat|tongji|analytics|pixel|media|res)\d*[.-]/;

export interface Place {
  key: string;
  url: string;
  host: string;
}

/** Address text as a place that may be a venue: its site. Null where it is no web address of a public site. */
export function placeOf(text: string): Place | null {
  const trimmed = text.trim().replace(/[，。；、)）】」"'<>]+$/u, '');
  const href = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const url = normaliseUrl(href);
  if (url === null) return null;
  const { host, hostname, origin } = new URL(url);
  if (!hostname.includes('.') && !hostname.includes(':')) return null;
  return { key: host.replace(/^www\./, ''), url: `${origin}/`, host };
}

/** Whether an outgoing link may lead to a shop at all. */
export function mayTrade(place: Place): boolean {
  const { hostname } = new URL(place.url);
  if (isIP(hostname) !== 0 && hostname !== '127.0.0.1') return true;
  return !NEVER.test(hostname) && !PARTS.test(hostname) && registrable(hostname).includes('.');
}
