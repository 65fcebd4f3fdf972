// SPDX-License-Identifier: Apache-2.0
import { resolve } from 'node:path';
import { type Fault, invalid } from '@yiwang/kernel';

/** One setting: where it comes from, what it may be, what it is when nobody says anything. */
export interface Setting<T> {
  env: string;
  doc: string;
  default: T;
  /** Never printed. */
  secret?: boolean;
  /** Reads the text of the environment; throws an Error whose message completes "… must be". */
  parse(text: string): T;
}

const text = (env: string, fallback: string, doc: string, secret = false): Setting<string> => ({
  env,
  doc,
  default: fallback,
  secret,
  parse: (value) => value,
});

const optional = (env: string, doc: string, secret = false): Setting<string | null> => ({
  env,
  doc,
  default: null,
  secret,
  parse: (value) => (value === '' ? null : value),
});

const integer = (
  env: string,
  fallback: number,
  [low, high]: [number, number],
  doc: string,
): Setting<number> => ({
  env,
  doc,
  default: fallback,
  parse: (value) => {
    const number = Number(value);
    if (!/^-?\d+$/.test(value) || number < low || number > high)
      throw new Error(`a whole number from ${low} to ${high}`);
    return number;
  },
});

const flag = (env: string, fallback: boolean, doc: string): Setting<boolean> => ({
  env,
  doc,
  default: fallback,
  parse: (value) => {
    if (/^(1|true|yes|on)$/i.test(value)) return true;
    if (/^(0|false|no|off|)$/i.test(value)) return false;
    throw new Error('yes or no');
  },
});

/** `name=number …`, kept as the text; read again where it is used. */
const numbers = (env: string, fallback: string, doc: string): Setting<string> => ({
  env,
  doc,
  default: fallback,
  parse: (value) => {
    if (!/^\s*([\w-]+=\d+[\s,]*)+$/.test(value)) throw new Error('name=number, parted by spaces');
    return value.trim();
  },
});

const list = (env: string, doc: string): Setting<string[]> => ({
  env,
  doc,
  default: [],
  parse: (value) =>
    value
      .split(/[\s,]+/)
      .map((item) => item.trim())
      .filter((item) => item !== ''),
});

/** The one table of settings. Nothing else in the server reads the environment. */
export const settingsTable = {
  data: {
    ...text('YIWANG_DATA', './data', 'folder of the database, evidence files and cache'),
    parse: resolve,
  },
  databaseUrl: optional('DATABASE_URL', 'PostgreSQL 15 or newer of your own; empty: the embedded one', true),
  appDatabaseUrl: optional(
    'YIWANG_APP_DATABASE_URL',
    'a login of its own for the application role; empty: DATABASE_URL with SET ROLE yiwang_app',
    true,
  ),
  host: text('YIWANG_HOST', '127.0.0.1', 'address the service listens on'),
  port: integer('PORT', 8080, [0, 65_535], 'port the service listens on; 0: a free one'),
  marketPort: integer('MARKET_PORT', 0, [0, 65_535], 'port of the sample marketplace; 0: a free one'),
  sealKeys: optional(
    'YIWANG_SEAL_KEYS',
    'keys of 32 bytes in base64 that seal identities; the first seals, all open; empty: keys/seal.keys in the data folder, made by the first start',
    true,
  ),
  publicUrl: optional('YIWANG_PUBLIC_URL', 'address under which people reach the service, https://…'),
  trustProxy: flag('YIWANG_TRUST_PROXY', false, 'believe X-Forwarded-* of the reverse proxy in front'),
  demo: flag('YIWANG_DEMO', false, 'demonstration agencies and accounts, marked on every page'),
  sessionHours: integer('YIWANG_SESSION_HOURS', 12, [1, 168], 'hours after which a session ends'),
  sessionIdleMinutes: integer(
    'YIWANG_SESSION_IDLE_MINUTES',
    120,
    [5, 1440],
    'idle minutes that end a session',
  ),
  signInAttempts: integer('YIWANG_SIGN_IN_ATTEMPTS', 5, [3, 100], 'failed sign-ins before the account waits'),
  oidcIssuer: optional(
    'YIWANG_OIDC_ISSUER',
    'issuer of an OpenID Connect provider that officers may sign in by; needs YIWANG_PUBLIC_URL',
  ),
  oidcClientId: optional('YIWANG_OIDC_CLIENT_ID', 'our client id at that provider'),
  oidcClientSecret: optional('YIWANG_OIDC_CLIENT_SECRET', 'our secret at that provider', true),
  oidcName: text('YIWANG_OIDC_NAME', '统一身份认证', 'what the button of that sign-in says'),
  oidcUsernameClaim: text(
    'YIWANG_OIDC_USERNAME_CLAIM',
    'preferred_username',
    'claim that names the account when somebody comes the first time',
  ),
  requestsPerMinute: integer(
    'YIWANG_REQUESTS_PER_MINUTE',
    1200,
    [10, 1_000_000],
    'requests a minute from one address',
  ),
  filingsPerHour: integer(
    'YIWANG_FILINGS_PER_HOUR',
    60,
    [1, 10_000_000],
    'complaints, reports and questions an hour from one address; more are told to come later',
  ),
  workerConcurrency: integer('YIWANG_WORKER_CONCURRENCY', 4, [1, 64], 'jobs a worker does at the same time'),
  poolSize: integer('YIWANG_POOL_SIZE', 10, [2, 200], 'database connections of a process'),
  allowAddresses: list(
    'YIWANG_ALLOW_ADDRESSES',
    'HOST[:PORT] … that may be visited although they are private; for laboratories',
  ),
  contact: text(
    'YIWANG_CONTACT',
    'see the operator of this service',
    'contact in the User-Agent: a mail or web address',
  ),
  searchUrl: optional(
    'YIWANG_SEARCH_URL',
    'search service for discovery, an address with {q} that answers JSON with url and title; empty: none',
  ),
  searchKey: optional('YIWANG_SEARCH_KEY', 'key of that service, sent as Authorization: Bearer', true),
  chromiumPath: optional(
    'CHROMIUM_PATH',
    'the browser for renderings; empty: an installed or the bundled one',
  ),
  chromiumSandbox: flag('YIWANG_CHROMIUM_SANDBOX', true, 'no: the browser runs without its sandbox'),
  creditWindowDays: integer(
    'YIWANG_CREDIT_WINDOW_DAYS',
    730,
    [30, 3660],
    'days for which an event counts in the credit file; not verified: no text that we read sets it',
  ),
  creditPoints: numbers(
    'YIWANG_CREDIT_POINTS',
    'checked-clean=0 corrected=1 not-corrected=3 case=2 unreachable=3 penalty=4 abnormal-list=4 dishonesty-list=12 notice-ignored=2 repair=0',
    'points of each kind of event in the credit file; not verified',
  ),
  creditBorders: numbers(
    'YIWANG_CREDIT_BORDERS',
    'A=0 B=1 C=4 D=12',
    'points from which each credit class is proposed; not verified; a class is only given by a person',
  ),
  creditRhythm: numbers(
    'YIWANG_CREDIT_RHYTHM_DAYS',
    'A=180 B=90 C=30 D=7',
    'days between two looks at a subject by its class; half-yearly, quarterly and monthly rounds are in use, the rest is not verified',
  ),
  smtpUrl: optional(
    'YIWANG_SMTP_URL',
    'mail server for reminders, smtp://user:password@host:port or smtps://…; empty: no mail is sent',
    true,
  ),
  mailFrom: text('YIWANG_MAIL_FROM', 'yiwang@localhost', 'sender of reminders'),
  logLevel: text('YIWANG_LOG_LEVEL', 'info', 'trace, debug, info, warn, error or silent'),
} satisfies Record<string, Setting<unknown>>;

type Parsed<S> = S extends { default: infer D } ? (D extends never[] ? string[] : D) : never;

/** All settings, read and checked once at start. */
export type Settings = { readonly [K in keyof typeof settingsTable]: Parsed<(typeof settingsTable)[K]> };

/**
 * Reads the settings. `overrides` (command line options) win over the environment.
 * @throws AppError `settings_invalid` naming every wrong value and every unknown `YIWANG_*` variable
 */
export function readSettings(
  environment: Record<string, string | undefined>,
  overrides: Partial<Settings> = {},
): Settings {
  const faults: Fault[] = [];
  const values: Record<string, unknown> = {};
  const known = new Set<string>();
  for (const [name, setting] of Object.entries(settingsTable) as [string, Setting<unknown>][]) {
    known.add(setting.env);
    const raw = environment[setting.env];
    try {
      values[name] = raw === undefined ? setting.default : setting.parse(raw);
    } catch (error) {
      faults.push({ field: setting.env, reason: `must be ${(error as Error).message}` });
    }
  }
  values['data'] = resolve(String(values['data']));
  for (const name of Object.keys(environment))
    if (name.startsWith('YIWANG_') && !name.startsWith('YIWANG_TEST_') && !known.has(name))
      faults.push({ field: name, reason: 'is not a setting of this version' });
  if (faults.length > 0) throw invalid('settings_invalid', 'The settings are not usable.', { faults });
  for (const [name, value] of Object.entries(overrides)) if (value !== undefined) values[name] = value;
  return values as Settings;
}

/** Name, value (redacted where secret), default and meaning of each setting, for `config check` and the log. */
export function describeSettings(
  settings: Settings,
): { name: string; env: string; value: unknown; isDefault: boolean; doc: string }[] {
  return (Object.entries(settingsTable) as [keyof Settings, Setting<unknown>][]).map(([name, setting]) => ({
    name,
    env: setting.env,
    value: setting.secret && settings[name] !== null ? '(secret)' : settings[name],
    isDefault: JSON.stringify(settings[name]) === JSON.stringify(setting.default),
    doc: setting.doc,
  }));
}
