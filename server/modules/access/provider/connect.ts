// SPDX-License-Identifier: Apache-2.0
import { failed } from '@yiwang/kernel';
import * as client from 'openid-client';
import type { App } from '../../../platform/app.ts';

/** Seconds the provider may take for one answer. */
const TIMEOUT_S = 10;

const known = new Map<string, Promise<client.Configuration>>();

/** What the provider publishes about itself (OpenID Connect Discovery 1.0); asked once, again after a failure. */
export function connectProvider(app: App): Promise<client.Configuration> {
  const { oidcIssuer, oidcClientId, oidcClientSecret } = app.settings;
  if (oidcIssuer === null || oidcClientId === null)
    throw failed('provider_off', 'no provider of sign-in is set');
  const key = `${oidcIssuer} ${oidcClientId}`;
  let found = known.get(key);
  if (found === undefined) {
    // Plain http only towards this machine itself, for laboratories and a side-car.
    const local = /^http:\/\/(127\.0\.0\.1|localhost|\[::1\])[:/]/.test(`${oidcIssuer}/`);
    found = client.discovery(new URL(oidcIssuer), oidcClientId, oidcClientSecret ?? undefined, undefined, {
      timeout: TIMEOUT_S,
      ...(local ? { execute: [client.allowInsecureRequests] } : {}),
    });
    known.set(key, found);
    found.catch(() => known.delete(key));
  }
  return found;
}

/** Where the provider sends people back to. */
export const callbackOf = (app: App): string => {
  if (app.settings.publicUrl === null)
    throw failed('provider_off', 'sign-in by provider needs YIWANG_PUBLIC_URL');
  return new URL('/api/session/provider/callback', app.settings.publicUrl).href;
};

export const providerName = (app: App): string | null =>
  app.settings.oidcIssuer !== null && app.settings.oidcClientId !== null && app.settings.publicUrl !== null
    ? app.settings.oidcName
    : null;
