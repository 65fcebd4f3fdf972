// SPDX-License-Identifier: Apache-2.0

import { isIP } from 'node:net';
import { createAddressGuard, normaliseUrl } from '@yiwang/collector';
import { refused } from '@yiwang/kernel';
import type { App } from '../../platform/app.ts';

/**
 * The address as it will be visited. Names are judged again at each connection, by what they resolve to then; here only
 * what is plainly no public site is refused at once.
 * @throws AppError `address_refused`
 */
export function siteAddress(app: App, text: string): string {
  const url = normaliseUrl(text);
  if (url === null)
    throw refused('address_refused', 'not a web address', { params: { reason: 'not a web address' } });
  const { hostname, port, protocol } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  const address = isIP(host) ? host : /^(?:localhost|.*\.localhost)$/.test(host) ? '127.0.0.1' : null;
  if (address !== null) {
    const verdict = createAddressGuard(app.settings.allowAddresses).judge(host, number, address);
    if (!verdict.allowed)
      throw refused('address_refused', verdict.reason, { params: { reason: verdict.reason } });
  }
  return url;
}
