// SPDX-License-Identifier: Apache-2.0
import type { App } from '../app.ts';
import type { Tx } from '../database/db.ts';

/** An event as a subscriber gets it. `kind` is past tense: `hit.confirmed`. */
export interface DomainEvent {
  id: string;
  kind: string;
  /** The file or thing it happened to; deliveries of one object keep their order. */
  objectId: string;
  at: Date;
  payload: Record<string, unknown>;
}

/** One consumer of one kind of event. Name it `module.verb`; renaming it means a new consumer. */
export interface Subscription {
  event: string;
  subscriber: string;
  /** Runs as the system in the transaction that also marks the delivery done: its effect happens once. */
  handle(tx: Tx, event: DomainEvent, app: App): Promise<void>;
}
