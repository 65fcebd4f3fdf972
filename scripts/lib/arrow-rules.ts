// SPDX-License-Identifier: Apache-2.0

/** Rooms without file, socket, database, environment or wall clock. */
export const PURE = ['kernel', 'law', 'procedures', 'screening', 'extraction', 'proof', 'contracts'];
/** Pure rooms that must also run in a browser: nothing of Node at all. */
const BROWSER = ['kernel', 'law', 'procedures', 'screening', 'extraction', 'proof', 'contracts'];

export const PURE_FORBIDDEN: [RegExp, string][] = [
  [/\bDate\.now\(/, 'asks the wall clock'],
  [/\bnew Date\(\)/, 'asks the wall clock'],
  [/\bprocess\.(env|cwd|argv|exit)\b/, 'reads the process'],
  [/\bfetch\(/, 'opens a connection'],
  [/\bBuffer\b\s*[.(]/, 'needs Node: use Uint8Array'],
];

/** The room a file stands in: the package's name, or server, web, cli, market, rules. */
export function roomOf(path: string): string {
  return /^packages\/([\w-]+)\//.exec(path)?.[1] ?? path.split('/')[0]!;
}

const MAY: Record<string, string[]> = {
  kernel: [],
  law: ['kernel'],
  procedures: ['kernel', 'law'],
  screening: ['kernel'],
  extraction: ['kernel'],
  proof: ['kernel'],
  collector: ['kernel', 'extraction', 'proof'],
  contracts: ['kernel'],
  rules: ['kernel'],
  market: [],
  web: ['contracts'],
};
const ROOMS = [...Object.keys(MAY), 'server', 'cli'];
/** The portal's self-check and verify pages and the law pages may use the pure engines. */
const PORTAL_ENGINES = ['screening', 'proof', 'law', 'kernel'];

interface ArrowRule {
  /** A reason when the arrow is forbidden. */
  forbids(file: string, target: string): string | undefined;
}

const isOwn = (target: string) => ROOMS.includes(roomOf(target)) && (target.includes('/') || target in MAY);

export const ARROWS: ArrowRule[] = [
  {
    forbids(file, target) {
      const [from, to] = [roomOf(file), roomOf(target)];
      const may = MAY[from];
      if (!may || from === to || !isOwn(target) || may.includes(to)) return undefined;
      if (from === 'web' && file.startsWith('web/portal/') && PORTAL_ENGINES.includes(to)) return undefined;
      return `${from} may not depend on ${to}`;
    },
  },
  {
    forbids: (file, target) =>
      BROWSER.includes(roomOf(file)) && target.startsWith('node:')
        ? 'a pure room needs nothing of Node'
        : undefined,
  },
  {
    forbids: (file, target) =>
      roomOf(file) === 'collector' && /^(pg|kysely|graphile-worker|@node-rs\/argon2)/.test(target)
        ? 'the collector has no database and no keys: hostile pages run there'
        : undefined,
  },
  {
    forbids: (file, target) =>
      roomOf(file) === 'cli' &&
      roomOf(target) === 'server' &&
      !/^cli\/src\/(commands\/(serve|worker|migrate|user|backup|restore|doctor|config|import)|lib\/server)/.test(
        file,
      )
        ? 'cli reaches the server only inside the commands that run or maintain it'
        : undefined,
  },
  {
    forbids: (file, target) =>
      roomOf(file) === 'server' && target.startsWith('web/') && !/^web\/(portal|messages)(\/|$)/.test(target)
        ? 'the server mounts the portal and built files, nothing else of web'
        : undefined,
  },
  {
    forbids(file, target) {
      const from = /^server\/modules\/([\w-]+)\//.exec(file)?.[1];
      const to = /^server\/modules\/([\w-]+)\/(.+)$/.exec(target);
      if (to?.[1] === 'statistics' && from && from !== 'statistics') return 'nobody reads statistics';
      if (from && to && from !== to[1] && to[2] !== 'index.ts')
        return `${from} reaches into ${to[1]}; its door is index.ts`;
      if (from === 'monitoring' && to?.[1] === 'cases') return 'monitoring never opens a case';
      return undefined;
    },
  },
];
