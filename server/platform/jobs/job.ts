// SPDX-License-Identifier: Apache-2.0
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { App } from '../app.ts';
import type { Actor } from '../database/actor.ts';
import type { Tx } from '../database/db.ts';

/** A kind of work, known to those who ask for it and those who do it. */
export interface Job<P> {
  /** `module.verb-object`, stable: rows in the queue carry it. */
  name: string;
  schema: TSchema;
  /** The payload's type, worked out where the job is defined (see `Typed` in the contracts); never a value. */
  readonly types?: { payload: P };
}

export const defineJob = <S extends TSchema>(name: string, schema: S): Job<Static<S>> => ({ name, schema });

/** What a handler works with. */
export interface JobContext {
  app: App;
  /** A transaction as the machine; short ones, never around a network call. */
  system<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  as<T>(actor: Actor, fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Fires when the worker is told to end: stop at the next safe place, the job comes again. */
  signal: AbortSignal;
  /** 1 the first time. */
  attempt: number;
  jobId: string;
}

/** A job with the function that does it; payloads are checked again, a row may be older than the code. */
export interface JobHandler {
  name: string;
  /** Runs for minutes: kept apart, so that a paper or an event never waits for a patrol. */
  long?: boolean;
  run(payload: unknown, context: JobContext): Promise<void>;
}

export function handles<P>(
  job: Job<P>,
  run: (payload: P, context: JobContext) => Promise<void>,
  options: { long?: boolean } = {},
): JobHandler {
  const checker = Compile(job.schema);
  return {
    name: job.name,
    long: options.long === true,
    async run(payload, context) {
      if (!checker.Check(payload)) throw new TypeError(`the payload of ${job.name} does not fit its schema`);
      await run(payload as P, context);
    },
  };
}

/** Asks for a job at fixed times. `pattern` is a crontab line's five fields, UTC. */
export interface CronEntry {
  job: string;
  pattern: string;
  payload?: Record<string, unknown>;
}
