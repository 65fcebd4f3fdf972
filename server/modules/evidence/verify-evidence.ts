// SPDX-License-Identifier: Apache-2.0
import type { Answer, verifyEvidence as contract } from '@yiwang/contracts';
import { verifyWacz } from '@yiwang/proof';
import type { App } from '../../platform/app.ts';
import type { Actor } from '../../platform/database/actor.ts';
import type { Tx } from '../../platform/database/db.ts';
import { findEvidence } from './evidence-view.ts';
import { openPackage } from './open-package.ts';
import { recordCustody } from './record-custody.ts';

/** Verifies the stored bytes now; the check and its verdict are a line of custody. */
export async function verifyEvidence(
  tx: Tx,
  app: App,
  actor: Actor,
  id: string,
): Promise<Answer<typeof contract>> {
  const item = await findEvidence(tx, id);
  const { verdict, claims } = await verifyWacz(await openPackage(app, item));
  await recordCustody(tx, app.clock, actor, { evidenceId: id, act: 'verified', note: verdict });
  return { verdict, claims };
}
