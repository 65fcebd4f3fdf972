// SPDX-License-Identifier: Apache-2.0
import type { App } from '../../platform/app.ts';
import type { Tx } from '../../platform/database/db.ts';
import type { ShopPlaces } from '../registry/index.ts';

/** What filings need of other rooms; handed in where the service is put together. */
export interface FilingPorts {
  placesOf(tx: Tx, by: { link?: string | null; name?: string | null }): Promise<ShopPlaces>;
  /** Asks for one page to be captured and screened under the manners of every patrol; answers with its patrol. */
  capture(tx: Tx, app: App, url: string, ground: string): Promise<string>;
  /** How far that is, and what it found. */
  captured(tx: Tx, patrolId: string): Promise<CaptureOutcome>;
}

export interface CaptureOutcome {
  state: 'queued' | 'running' | 'done' | 'failed';
  problem: string | null;
  hits: number;
  evidence: string[];
}
