// SPDX-License-Identifier: Apache-2.0
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  statfsSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { failed } from '@yiwang/kernel';
import { type Binaries, findBinaries } from './binaries.ts';
import { isAlive, readPostmaster } from './postmaster.ts';
import { probe } from './probe.ts';
import { findUnprivileged, type Unprivileged } from './unprivileged.ts';

/** A running embedded server. */
export interface EmbeddedDatabase {
  /** `postgresql://` address of the owner role over the socket; the socket's folder is closed to others. */
  url: string;
  pid: number;
  /** Whether this process started it (then it also ends it). */
  own: boolean;
  /** Resolves when the server has ended, however it ended. */
  ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back; killed after `graceMs`. */
  stop(graceMs?: number): Promise<void>;
}

export interface EmbeddedOptions {
  /** Folder for the cluster; made when missing. */
  folder: string;
  /** Tests only: no fsync. */
  unsafe?: boolean;
  say?: (line: string) => void;
}

/** sockaddr_un holds 108 bytes with the closing zero; PostgreSQL appends `/.s.PGSQL.5432`. */
const SOCKET_PATH_LIMIT = 107;
const LOW_DISK_BYTES = 150 * 1024 * 1024;

/**
 * Starts (or joins) the embedded PostgreSQL of a folder. TCP is off: a Unix socket in a 0700 folder is the only door,
 * so no port can be taken and no password is needed.
 * @throws AppError with one clear sentence: no binaries, root without a way, no space, damaged folder, no start
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedDatabase> {
  const folder = join(options.folder, 'cluster');
  const say = options.say ?? (() => undefined);
  mkdirSync(options.folder, { recursive: true, mode: 0o700 });
  const running = readPostmaster(folder);
  if (running !== null && (await probe(running.socketFolder)))
    return joinRunning(running.pid, running.socketFolder);

  requireSpace(options.folder);
  const binaries = findBinaries();
  const user = findUnprivileged([binaries.folder], options.folder);
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    say('making the database');
    await initialise(binaries, user, folder);
  }
  const major = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (major !== '18')
    throw failed(
      'database_version',
      `The database in ${folder} was made by PostgreSQL ${major}; this version brings 18: restore a backup into a new folder.`,
    );
  await waitForDead(folder, running?.pid ?? null);
  const socketFolder = makeSocketFolder(options.folder, user);
  return launch(binaries, user, folder, socketFolder, options);
}

function address(socketFolder: string): string {
  return `postgresql://postgres@/postgres?host=${encodeURIComponent(socketFolder)}`;
}

function joinRunning(pid: number, socketFolder: string): EmbeddedDatabase {
  const ended = (async () => {
    while (isAlive(pid)) await sleep(200, undefined, { ref: false });
  })();
  const stop = async (graceMs = 4000) => {
    if (isAlive(pid)) process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < graceMs && isAlive(pid); waited += 20) await sleep(20);
    if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
  };
  return { url: address(socketFolder), pid, own: false, ended, stop };
}

function requireSpace(folder: string): void {
  const space = statfsSync(folder);
  const free = space.bavail * space.bsize;
  if (free < LOW_DISK_BYTES)
    throw failed(
      'disk_full',
      `Only ${Math.floor(free / 1_048_576)} MB are free where ${folder} lies; the database needs at least ${LOW_DISK_BYTES / 1_048_576}: make room and start again.`,
    );
}

async function initialise(binaries: Binaries, user: Unprivileged, folder: string): Promise<void> {
  // A folder left by an interrupted initdb has no PG_VERSION of a finished cluster: begin again from nothing.
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const flags = ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-instructions'];
  // LC_CTYPE must know UTF-8 or trigrams of Chinese are empty; the builtin provider sorts by code point everywhere.
  flags.push('--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C.UTF-8');
  if (user.uid !== undefined) {
    chownSync(join(folder, '..'), user.uid, user.gid ?? user.uid);
    chownSync(folder, user.uid, user.gid ?? user.uid);
  }
  const { code, output } = await run(binaries.initdb, flags, user);
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw explain(output, `initdb ended with ${code}`);
  }
}

function run(
  program: string,
  args: string[],
  user: Unprivileged,
): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const [head, ...rest] = [...user.prefix, program, ...args];
    const child = spawn(head!, rest, {
      stdio: ['ignore', 'pipe', 'pipe'],
      uid: user.uid,
      gid: user.gid,
      env: environment(),
      detached: true,
    });
    let output = '';
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, output }));
  });
}

const environment = () => ({ PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C.UTF-8', TZ: 'UTC' });

function makeSocketFolder(folder: string, user: Unprivileged): string {
  const near = join(folder, 'socket');
  const long = Buffer.byteLength(join(near, '.s.PGSQL.5432')) > SOCKET_PATH_LIMIT;
  const name = createHash('sha256').update(folder).digest('hex').slice(0, 16);
  const socketFolder = long ? join(tmpdir(), `yiwang-${process.getuid?.() ?? 0}-${name}`) : near;
  mkdirSync(socketFolder, { recursive: true, mode: 0o700 });
  const owner = statSync(socketFolder).uid;
  if (user.uid !== undefined) {
    chownSync(socketFolder, user.uid, user.gid ?? user.uid);
  } else if (owner !== process.getuid?.())
    throw failed(
      'database_socket',
      `${socketFolder} belongs to somebody else: remove it or choose a shorter YIWANG_DATA.`,
    );
  return socketFolder;
}

/**
 * After kill -9 the pid stays until it is reaped; a start before that is refused. A pid file whose number now belongs
 * to another program would be refused for ever: that one is removed.
 */
async function waitForDead(folder: string, pid: number | null): Promise<void> {
  if (pid === null) return rmSync(join(folder, 'postmaster.pid'), { force: true });
  for (const deadline = Date.now() + 10_000; isAlive(pid); await sleep(50))
    if (Date.now() > deadline)
      throw failed(
        'database_stuck',
        `The process ${pid} holds ${folder} and does not answer: end it, then start again.`,
      );
}

/** Backends of a killed server notice its death within seconds; until then their shared memory blocks the start. */
async function launch(...args: Parameters<typeof launchOnce>): Promise<EmbeddedDatabase> {
  for (const deadline = Date.now() + 15_000; ; await sleep(200)) {
    try {
      return await launchOnce(...args);
    } catch (error) {
      if ((error as { code?: string }).code !== 'database_orphans' || Date.now() > deadline) throw error;
    }
  }
}

async function launchOnce(
  binaries: Binaries,
  user: Unprivileged,
  folder: string,
  socketFolder: string,
  options: EmbeddedOptions,
): Promise<EmbeddedDatabase> {
  const logFile = join(options.folder, 'postgres.log');
  if (existsSync(logFile) && statSync(logFile).size > 20_000_000) rmSync(logFile);
  appendFileSync(logFile, '');
  const begin = statSync(logFile).size;
  const log = openSync(logFile, 'a', 0o600);
  const set: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    port: '5432',
    max_connections: '120',
    shared_buffers: '128MB',
    max_wal_size: '1GB',
    log_min_messages: 'warning',
    log_line_prefix: '%m [%p] ',
    // A worker or service that was killed must not hold its locks: notice the closed socket.
    client_connection_check_interval: '2s',
    ...(options.unsafe
      ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
      : {}),
  };
  const flags = Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const [head, ...rest] = [...user.prefix, binaries.postgres, '-D', folder, ...flags];
  // Detached: Ctrl-C on the terminal must reach us first, and we end the database last.
  const child = spawn(head!, rest, {
    stdio: ['ignore', log, log],
    uid: user.uid,
    gid: user.gid,
    env: environment(),
    detached: true,
  });
  closeSync(log);
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  await untilReady(child, ended, socketFolder, () => tail(logFile, begin));
  return { url: address(socketFolder), pid: child.pid!, own: true, ended, stop: stopper(child, ended) };
}

function stopper(child: ChildProcess, ended: Promise<void>): (graceMs?: number) => Promise<void> {
  return async (graceMs = 3000) => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGINT');
    const soon = await Promise.race([ended.then(() => true), sleep(graceMs, false, { ref: false })]);
    if (soon) return;
    child.kill('SIGQUIT');
    await Promise.race([ended, sleep(1000, undefined, { ref: false })]);
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  };
}

async function untilReady(
  child: ChildProcess,
  ended: Promise<void>,
  socketFolder: string,
  output: () => string,
): Promise<void> {
  let gone = false;
  void ended.then(() => {
    gone = true;
  });
  // Recovery after a crash replays the log; a minute is far above what 1 GB of it needs.
  for (const deadline = Date.now() + 120_000; Date.now() < deadline; ) {
    if (gone) throw explain(output(), 'PostgreSQL ended while starting');
    if (await probe(socketFolder)) return;
    await sleep(20);
  }
  child.kill('SIGQUIT');
  throw explain(output(), 'PostgreSQL did not get ready within two minutes');
}

function tail(file: string, from: number): string {
  const size = statSync(file).size;
  const start = Math.max(from, size - 8000);
  const bytes = Buffer.alloc(size - start);
  const handle = openSync(file, 'r');
  readSync(handle, bytes, 0, bytes.length, start);
  closeSync(handle);
  return bytes.toString('utf8');
}

function explain(output: string, otherwise: string): Error {
  if (/pre-existing shared memory block/i.test(output))
    return failed(
      'database_orphans',
      'Processes of a killed database still run: wait a moment, then start again.',
    );
  if (/No space left on device|could not resize shared memory/i.test(output))
    return failed('disk_full', 'The disk is full: the database could not start. Make room and start again.');
  if (/lock file .* already exists/i.test(output))
    return failed(
      'database_stuck',
      'Another PostgreSQL is using the data folder: stop it, then start again.',
    );
  if (/invalid (primary )?checkpoint|could not locate a valid checkpoint|could not open file/i.test(output))
    return failed(
      'database_damaged',
      'The database folder is damaged: restore the last backup into a new folder.',
    );
  if (/Permission denied/i.test(output))
    return failed(
      'database_permission',
      'The database folder belongs to another user: start as that user or choose another YIWANG_DATA.',
    );
  const last = output
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-3)
    .join(' | ');
  return failed('database_start', `${otherwise}: ${last}`);
}
