// SPDX-License-Identifier: Apache-2.0
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../database/launcher/postmaster.ts';

/** Who serves from a data folder: `run.json` in it, for people, for a second start, and for tests that kill. */
export interface RunRecord {
  pid: number;
  /** Start of the process in clock ticks since boot: a number that a reused pid does not share. */
  started: string;
  address: string | null;
  market: string | null;
  pids: { service?: number; worker?: number; database?: number; market?: number };
}

export interface DataLock {
  update(change: Partial<Omit<RunRecord, 'pid' | 'started'>>): void;
  release(): void;
}

const FILE = 'run.json';

/** Takes the data folder for this process. Returns the holder's record when somebody living has it. */
export function takeDataFolder(folder: string): { lock: DataLock } | { holder: RunRecord } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, FILE);
  const record: RunRecord = {
    pid: process.pid,
    started: startOf(process.pid) ?? '',
    address: null,
    market: null,
    pids: {},
  };
  for (let attempt = 0; attempt < 20; attempt++) {
    const mine = `${file}.${process.pid}`;
    writeFileSync(mine, JSON.stringify(record), { mode: 0o600 });
    try {
      linkSync(mine, file); // atomic: fails when the file is there
      rmSync(mine);
      return { lock: holdLock(file, record) };
    } catch (error) {
      rmSync(mine, { force: true });
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    const holder = readRun(folder);
    if (holder !== null && isAlive(holder.pid) && startOf(holder.pid) === holder.started) return { holder };
    rmSync(file, { force: true }); // left by a process that was killed
  }
  throw new Error(`${file} could not be taken`);
}

export function readRun(folder: string): RunRecord | null {
  try {
    return JSON.parse(readFileSync(join(folder, FILE), 'utf8')) as RunRecord;
  } catch {
    return null;
  }
}

function holdLock(file: string, record: RunRecord): DataLock {
  let held = true;
  return {
    update(change) {
      Object.assign(record, change, { pids: { ...record.pids, ...change.pids } });
      if (!held) return;
      try {
        writeFileSync(`${file}.new`, JSON.stringify(record, null, 2), { mode: 0o600 });
        renameSync(`${file}.new`, file);
      } catch {
        // A full disk must not end what runs: the record is for onlookers, the lock is the file itself.
      }
    },
    release() {
      if (held && readRun(join(file, '..'))?.pid === record.pid) rmSync(file, { force: true });
      held = false;
    },
  };
}

/** Field 22 of /proc/PID/stat (proc(5)). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
